//! The document around every page, and which address shows which page.

use domain::language::Language;
use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::components::{Outlet, ParentRoute, Route, Router, Routes};
use leptos_router::{SsrMode, path};

use crate::account::{ForgotPage, RegisterPage, ResetPage, SignInPage, VerifyEmailPage};
use crate::application::{ApplicationsPage, ApplyPage, InvitationPage, WaysPage};
use crate::audit::AuditPage;
use crate::certificate::{CertificatePage, VerifyPage};
use crate::checkin::{CheckinPage, FindCheckinPage, HerePage};
use crate::claim::{ClaimPage, ConfirmClaimPage, LinkedPage};
use crate::code_list::CodesPage;
use crate::course::{CataloguePage, CoursePage, LandingPage};
use crate::declaration::DeclarationPage;
use crate::draft::{
    CoursesPage, DraftPage, FilesPage, ItemPage, MediaPage, NewCoursePage, PartPage, PublishPage, QuestionsPage,
    RawPage,
};
use crate::duplicate::CandidatesPage;
use crate::edition::{
    ClonePage, EditionPage, EditionSettingsPage, EditionsPage, NewEditionPage, OverviewPage, RulePreviewPage,
    VersionPage,
};
use crate::enrolment::{GradesPage, HomePage, RosterPage, TeachPage};
use crate::export::ExportsPage;
use crate::forum::{
    CommunityPage, CommunityThreadPage, EditionForumPage, EditionQueuePage, EditionThreadPage, ForumMailPage,
    StaffQueuePage,
};
use crate::grid::{GradebookPage, GridPage};
use crate::history::{HistoryImportPage, HistoryPage};
use crate::import::{ImportPage, ImportsPage, NewPersonPage, UndoPage};
use crate::indicator::{DashboardPage, DefinitionPage, IndicatorPage, IndicatorsPage, MembersPage};
use crate::layout::{NotFoundPage, SiteFooter, SiteHeader};
use crate::learning::{ActivityPage, GlossaryPage, OutlinePage, PackPage, PersonPage};
use crate::meeting::{AttendancePage, PrintSheetPage, SheetPage};
use crate::message::{MessagePage, MessagesPage};
use crate::period::{NarrativesPage, PeriodPage, PeriodsPage, ReportsPage};
use crate::person::ProfilePage;
use crate::plan::PlanPage;
use crate::publication::PublicIndicatorsPage;
use crate::report::ReportPage;
use crate::request::{PageRequest, page_request, param};
use crate::role::RolesPage;
use crate::static_page::{HelpPage, StaticPage};
use crate::submission::{GradePage, GradingPage};
use crate::survey::SurveyResultsPage;
use crate::token::TokensPage;
use crate::worksheet::WorksheetAnswersPage;

/// The HTML document. No inline script: `boot` fetches the WASM only when the page has an island.
#[must_use]
pub fn shell() -> impl IntoView {
    let request = page_request();
    let language = request.path.split('/').nth(1).and_then(|first| first.parse().ok()).unwrap_or(Language::Es);
    provide_context::<Language>(language);
    // Pages are not hydrated as a whole, so nothing that they loaded is sent along for it.
    if let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    let class = request.words_only.then_some("words-only");
    let head = head(request);
    view! {
        <!DOCTYPE html>
        <html lang=language.as_str() class=class>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                {head}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// The style and the script; with words only, a few lines of style in the page itself and nothing to fetch.
fn head(request: PageRequest) -> AnyView {
    if request.words_only {
        return view! { <style inner_html=include_str!("../style/words-only.css")></style> }.into_any();
    }
    let assets = request.assets;
    view! {
        <link rel="stylesheet" href=assets.css />
        <script type="module" src=assets.boot data-js=assets.js data-wasm=assets.wasm></script>
    }
    .into_any()
}

/// Every page of the campus.
#[component]
#[must_use]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <SiteHeader />
            <main id="main" tabindex="-1">
                <Routes fallback=NotFoundPage>
                    <ParentRoute path=path!("/:lang") view=InLanguage ssr=SsrMode::Async>
                        <Route path=path!("") view=LandingPage ssr=SsrMode::Async />
                        <Route path=path!("courses") view=CataloguePage ssr=SsrMode::Async />
                        <Route path=path!("courses/:slug") view=CoursePage ssr=SsrMode::Async />
                        <Route path=path!("register") view=RegisterPage ssr=SsrMode::Async />
                        <Route path=path!("sign-in") view=SignInPage ssr=SsrMode::Async />
                        <Route path=path!("forgot") view=ForgotPage ssr=SsrMode::Async />
                        <Route path=path!("reset/:secret") view=ResetPage ssr=SsrMode::Async />
                        <Route path=path!("verify-email/:secret") view=VerifyEmailPage ssr=SsrMode::Async />
                        <Route path=path!("home") view=HomePage ssr=SsrMode::Async />
                        <Route path=path!("profile") view=ProfilePage ssr=SsrMode::Async />
                        <Route path=path!("learn/:edition") view=OutlinePage ssr=SsrMode::Async />
                        <Route path=path!("learn/:edition/glossary") view=GlossaryPage ssr=SsrMode::Async />
                        <Route path=path!("learn/:edition/pack/:module") view=PackPage ssr=SsrMode::Async />
                        <Route path=path!("learn/:edition/grades") view=GradesPage ssr=SsrMode::Async />
                        // Before the activities, of which none is called so.
                        <Route path=path!("learn/:edition/forum") view=EditionForumPage ssr=SsrMode::Async />
                        <Route path=path!("learn/:edition/forum/:thread") view=EditionThreadPage ssr=SsrMode::Async />
                        <Route path=path!("community/:course") view=CommunityPage ssr=SsrMode::Async />
                        <Route path=path!("community/:course/:thread") view=CommunityThreadPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/forum") view=EditionQueuePage ssr=SsrMode::Async />
                        <Route path=path!("staff/forum") view=StaffQueuePage ssr=SsrMode::Async />
                        <Route path=path!("forum-mail/:secret") view=ForumMailPage ssr=SsrMode::Async />
                        <Route path=path!("learn/:edition/:activity") view=ActivityPage ssr=SsrMode::Async />
                        <Route path=path!("learn/:edition/:activity/answers") view=WorksheetAnswersPage ssr=SsrMode::Async />
                        <Route path=path!("certificates/:code") view=CertificatePage ssr=SsrMode::Async />
                        <Route path=path!("verify") view=VerifyPage ssr=SsrMode::Async />
                        <Route path=path!("verify/:code") view=VerifyPage ssr=SsrMode::Async />
                        <Route path=path!("teach") view=TeachPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition") view=OverviewPage ssr=SsrMode::Async />
                        <Route path=path!("courses/:slug/apply/:edition") view=ApplyPage ssr=SsrMode::Async />
                        <Route path=path!("invitation/:secret") view=InvitationPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/applications") view=ApplicationsPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/entry") view=WaysPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/version") view=VersionPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/settings") view=EditionSettingsPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/clone") view=ClonePage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/people") view=RosterPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/people/new") view=NewPersonPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/import") view=ImportsPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/import/:import") view=ImportPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/import/:import/undo") view=UndoPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/sign-in") view=CheckinPage ssr=SsrMode::Async />
                        <Route path=path!("here") view=FindCheckinPage ssr=SsrMode::Async />
                        <Route path=path!("here/:code") view=HerePage ssr=SsrMode::Async />
                        <Route path=path!("claim") view=ClaimPage ssr=SsrMode::Async />
                        <Route path=path!("claim/:secret") view=ConfirmClaimPage ssr=SsrMode::Async />
                        <Route path=path!("staff/claims") view=LinkedPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/attendance") view=AttendancePage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/attendance/:meeting") view=SheetPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/attendance/:meeting/sheet") view=PrintSheetPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/people/:participation") view=PersonPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/activities") view=GridPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/gradebook") view=GradebookPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/grading") view=GradingPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/grading/:submission") view=GradePage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/messages") view=MessagesPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/messages/:message") view=MessagePage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/report") view=ReportPage ssr=SsrMode::Async />
                        <Route path=path!("teach/:edition/survey") view=SurveyResultsPage ssr=SsrMode::Async />
                        <Route path=path!("staff/indicators") view=IndicatorsPage ssr=SsrMode::Async />
                        // Before the indicators, of which none is called so.
                        <Route path=path!("staff/indicators/new") view=DefinitionPage ssr=SsrMode::Async />
                        <Route path=path!("staff/indicators/:code/edit") view=DefinitionPage ssr=SsrMode::Async />
                        <Route path=path!("staff/history") view=HistoryPage ssr=SsrMode::Async />
                        <Route path=path!("staff/history/import") view=HistoryImportPage ssr=SsrMode::Async />
                        <Route path=path!("staff/periods") view=PeriodsPage ssr=SsrMode::Async />
                        <Route path=path!("staff/periods/:period") view=PeriodPage ssr=SsrMode::Async />
                        <Route path=path!("staff/report") view=ReportsPage ssr=SsrMode::Async />
                        <Route path=path!("staff/report/:period") view=NarrativesPage ssr=SsrMode::Async />
                        <Route path=path!("staff/people") view=CandidatesPage ssr=SsrMode::Async />
                        <Route path=path!("indicators") view=PublicIndicatorsPage ssr=SsrMode::Async />
                        <Route path=path!("staff/exports") view=ExportsPage ssr=SsrMode::Async />
                        <Route path=path!("staff/audit") view=AuditPage ssr=SsrMode::Async />
                        <Route path=path!("staff/participations/:participation") view=DeclarationPage ssr=SsrMode::Async />
                        <Route path=path!("staff/dashboard") view=DashboardPage ssr=SsrMode::Async />
                        <Route path=path!("admin/codes") view=CodesPage ssr=SsrMode::Async />
                        <Route path=path!("admin/roles") view=RolesPage ssr=SsrMode::Async />
                        <Route path=path!("admin/tokens") view=TokensPage ssr=SsrMode::Async />
                        <Route path=path!("staff/plan") view=PlanPage ssr=SsrMode::Async />
                        <Route path=path!("staff/indicators/:code") view=IndicatorPage ssr=SsrMode::Async />
                        <Route path=path!("staff/indicators/:code/people") view=MembersPage ssr=SsrMode::Async />
                        <Route path=path!("staff/courses") view=CoursesPage ssr=SsrMode::Async />
                        <Route path=path!("staff/courses/new") view=NewCoursePage ssr=SsrMode::Async />
                        <Route path=path!("staff/courses/:slug") view=DraftPage ssr=SsrMode::Async />
                        <Route path=path!("staff/courses/:slug/text/:item") view=ItemPage ssr=SsrMode::Async />
                        // Before the parts, of which none is called so.
                        <Route path=path!("staff/courses/:slug/text/:item/import") view=QuestionsPage ssr=SsrMode::Async />
                        <Route path=path!("staff/courses/:slug/text/:item/:part") view=PartPage ssr=SsrMode::Async />
                        <Route path=path!("staff/courses/:slug/media") view=MediaPage ssr=SsrMode::Async />
                        <Route path=path!("staff/courses/:slug/files") view=FilesPage ssr=SsrMode::Async />
                        <Route path=path!("staff/courses/:slug/files/*path") view=RawPage ssr=SsrMode::Async />
                        <Route path=path!("staff/courses/:slug/publish") view=PublishPage ssr=SsrMode::Async />
                        <Route path=path!("staff/editions") view=EditionsPage ssr=SsrMode::Async />
                        <Route path=path!("staff/editions/new") view=NewEditionPage ssr=SsrMode::Async />
                        <Route path=path!("staff/editions/:code") view=EditionPage ssr=SsrMode::Async />
                        <Route path=path!("staff/editions/:code/rule") view=RulePreviewPage ssr=SsrMode::Async />
                        <Route path=path!("help/:role") view=HelpPage ssr=SsrMode::Async />
                        <Route path=path!("about") view=|| view! { <StaticPage name="about" /> } ssr=SsrMode::Async />
                        <Route path=path!("privacy") view=|| view! { <StaticPage name="privacy" /> } ssr=SsrMode::Async />
                        <Route path=path!("accessibility") view=|| view! { <StaticPage name="accessibility" /> } ssr=SsrMode::Async />
                    </ParentRoute>
                </Routes>
            </main>
            <SiteFooter />
        </Router>
    }
}

/// The pages of a language; an address whose first word is no language has none.
#[component]
fn InLanguage() -> impl IntoView {
    match param("lang").parse::<Language>() {
        Ok(_) => view! { <Outlet /> }.into_any(),
        Err(_) => view! { <NotFoundPage /> }.into_any(),
    }
}
