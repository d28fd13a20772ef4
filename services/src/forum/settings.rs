//! How one is shown in forums, and what mail one gets of them.

use domain::error::Code;
use domain::forum::{MailForm, MailWindow, MyForum, NameForm};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{notices, people};
use crate::ctx::Ctx;
use crate::entity::forum_profile;
use crate::error::Result;
use crate::policy;

/// The settings of whoever is signed in.
///
/// # Errors
/// `SignInFirst`.
pub async fn settings(ctx: &Ctx) -> Result<MyForum> {
    policy::may_act(ctx)?;
    people::mine(ctx.db.read(), ctx).await
}

/// Keeps how whoever is signed in wants to be shown, in what they wrote before too.
///
/// # Errors
/// `SignInFirst`; `Invalid` naming each wrong field.
pub async fn save_name(ctx: &Ctx, form: &NameForm) -> Result<()> {
    let me = policy::may_act(ctx)?.person().account;
    let choice = form.checked()?;
    let tx = ctx.db.begin_write().await?;
    people::ensure(&tx, ctx, me).await?;
    people::set_name(&tx, me, choice).await?;
    tx.commit().await?;
    Ok(())
}

/// Keeps what mail whoever is signed in wants; what waits already follows it.
///
/// # Errors
/// `SignInFirst`; `Invalid` naming `forum_mail`.
pub async fn save_mail(ctx: &Ctx, form: &MailForm) -> Result<()> {
    let me = policy::may_act(ctx)?.person().account;
    let mail = form.window()?;
    let tx = ctx.db.begin_write().await?;
    let mut profile = people::ensure(&tx, ctx, me).await?;
    profile.mail = mail;
    profile.mentions = !form.forum_mentions.is_empty();
    profile.follow = !form.forum_follow.is_empty();
    write(&tx, ctx, &profile).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether the link at the end of a mail is somebody's. Nothing ends by looking: mail programs open links too.
///
/// # Errors
/// `LinkExpired`.
pub async fn check_unsubscribe(ctx: &Ctx, secret: &str) -> Result<()> {
    by_secret(ctx.db.read(), secret).await.map(|_| ())
}

/// Ends all forum mail to the person whose link this is. It works again and again, and asks nobody to sign in.
///
/// # Errors
/// `LinkExpired`.
pub async fn unsubscribe(ctx: &Ctx, secret: &str) -> Result<()> {
    let tx = ctx.db.begin_write().await?;
    let mut profile = by_secret(&tx, secret).await?;
    profile.mail = MailWindow::Never;
    profile.mentions = false;
    write(&tx, ctx, &profile).await?;
    tx.commit().await?;
    Ok(())
}

async fn by_secret<C: ConnectionTrait>(db: &C, secret: &str) -> Result<forum_profile::Model> {
    let found = forum_profile::Entity::find().filter(forum_profile::Column::Secret.eq(secret)).one(db).await?;
    Ok(found.ok_or(Code::LinkExpired)?)
}

async fn write<C: ConnectionTrait>(tx: &C, ctx: &Ctx, profile: &forum_profile::Model) -> Result<()> {
    let row = forum_profile::ActiveModel {
        account_id: Set(profile.account_id),
        mail: Set(profile.mail),
        mentions: Set(profile.mentions),
        follow: Set(profile.follow),
        ..Default::default()
    };
    forum_profile::Entity::update(row).exec(tx).await?;
    notices::rearrange(tx, ctx, profile).await
}
