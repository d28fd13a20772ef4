//! The schema's history runs forward, back and forward again, on both databases.
#![cfg(test)]

mod support;

use migrations::{Migrator, MigratorTrait as _};
use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use services::entity::{counting_revision, person};
use support::on_both;

#[tokio::test]
async fn the_history_can_be_walked_back_and_forth() {
    on_both(|campus| async move {
        support::signed_in(&campus, "ana@example.org").await;
        Migrator::down(campus.db.writer(), None).await.unwrap();
        assert!(person::Entity::find().count(campus.db.writer()).await.is_err(), "nothing is left behind");
        Migrator::up(campus.db.writer(), None).await.unwrap();
        assert_eq!(person::Entity::find().count(campus.db.writer()).await.unwrap(), 0);
        assert_eq!(counting_revision::Entity::find().count(campus.db.writer()).await.unwrap(), 1);
        assert!(Migrator::get_pending_migrations(campus.db.writer()).await.unwrap().is_empty());
    })
    .await;
}
