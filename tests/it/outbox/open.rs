//! Opening an outbox: made once, kept, and left alone when a newer version has changed it.

use pastdue::outbox::{Error, Outbox as _, SqlOutbox, State};
use sqlx::any::AnyPoolOptions;

use super::{LEASE, ONE, TWO, check_states, claim, enqueue};
use crate::store::{Store, on_each, postgres};

#[tokio::test]
async fn what_was_enqueued_is_there_when_the_outbox_is_opened_again() {
    on_each("what_was_enqueued_is_there_when_the_outbox_is_opened_again", async |store| {
        enqueue(&store.open().await, &["a"]).await;
        let outbox = store.open().await;
        check_states(&outbox, &[(State::Queued, 1)]).await;
        assert_eq!(claim(&outbox, ONE).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn two_that_make_it_at_once_get_the_same() {
    on_each("two_that_make_it_at_once_get_the_same", async |store| {
        let (one, two) = tokio::join!(store.open(), store.open());
        enqueue(&one, &["a"]).await;
        check_states(&two, &[(State::Queued, 1)]).await;
    })
    .await;
}

#[tokio::test]
async fn an_outbox_of_a_newer_version_is_refused() {
    on_each("an_outbox_of_a_newer_version_is_refused", async |store| {
        drop(store.open().await);
        sqlx::any::install_default_drivers();
        let url = store.url.replacen("sqlite:", "sqlite://", 1);
        let pool = AnyPoolOptions::new().connect(&url).await.unwrap();
        let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
                     SELECT 9001, description, success, checksum, execution_time FROM _sqlx_migrations
                     WHERE version = 1";
        sqlx::query(newer).execute(&pool).await.unwrap();
        pool.close().await;
        let err = SqlOutbox::open(&store.url, || jiff::Timestamp::UNIX_EPOCH).await.unwrap_err();
        assert!(matches!(err, Error::Newer { found: 9001, .. }), "{err:?}");
        assert!(err.to_string().contains("upgrade this one"), "{err}");
    })
    .await;
}

#[tokio::test]
async fn from_a_file_one_process_delivers_and_others_may_bring_rows() {
    let store = Store::in_file();
    let (one, two) = (store.open().await, store.open().await);
    assert_eq!(claim(&one, ONE).await.len(), 0);
    let err = two.renew(TWO, LEASE).await.unwrap_err();
    assert!(matches!(err, Error::Busy { .. }), "{err}");
    enqueue(&two, &["a"]).await;
    assert_eq!(one.claim(ONE, 10, &[]).await.unwrap().len(), 1);
    // When the first one has gone, the second takes over at once what it has left.
    one.retire(ONE).await.unwrap();
    two.renew(TWO, LEASE).await.unwrap();
    assert_eq!(two.sweep(None).await.unwrap().n_queued, 1);
}

#[tokio::test]
async fn the_time_of_a_server_is_its_own() {
    let Some(url) = postgres("the_time_of_a_server_is_its_own") else { return };
    let store = Store::on_server(&url).await;
    // The clock of this machine is of no account.
    let outbox = SqlOutbox::open(&store.url, || jiff::Timestamp::UNIX_EPOCH).await.unwrap();
    enqueue(&outbox, &["a"]).await;
    let a = claim(&outbox, ONE).await.remove(0);
    let lost = super::LIFETIME.saturating_sub(a.remaining);
    assert!(lost < std::time::Duration::from_mins(10), "{lost:?}");
    assert_eq!(outbox.sweep(None).await.unwrap(), pastdue::outbox::Swept::default());
}
