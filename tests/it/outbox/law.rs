//! Laws that hold whatever is done with an outbox, in whatever order, by whomever.

mod model;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use self::model::{Act, Model};
use crate::store::{Store, postgres};

/// How many sequences are tried on each engine: 24, or what `PASTDUE_TEST_CASES` asks for.
fn runner() -> TestRunner {
    let asked = std::env::var("PASTDUE_TEST_CASES").ok();
    let cases = asked.map_or(24, |cases| cases.parse().unwrap());
    TestRunner::new(ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    })
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let worker = 1..=3_i64;
    let act = prop_oneof![
        3 => vec((0..8_usize, any::<bool>()), 1..5).prop_map(Act::Enqueue),
        2 => worker.clone().prop_map(Act::Renew),
        4 => (worker.clone(), 1..5_usize).prop_map(|(worker, n)| Act::Claim(worker, n)),
        8 => (worker.clone(), vec((any::<prop::sample::Index>(), 0..9_usize), 1..5)).prop_map(|(worker, moves)| Act::Apply(worker, moves)),
        2 => prop::option::weighted(0.3, 1..60_u64).prop_map(Act::Sweep),
        1 => worker.prop_map(Act::Retire),
        4 => (1..70_u64).prop_map(Act::Wait),
        1 => (0..8_usize).prop_map(Act::Withdraw),
        2 => (0..8_usize, 0..3_usize).prop_map(|(key, verdict)| Act::Settle(key, verdict)),
    ];
    vec(act, 1..80)
}

fn hold(store: impl AsyncFn() -> Store) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let result = runner().run(&acts(), |acts| {
        runtime.block_on(async {
            let store = store().await;
            let mut model = Model::of(&store, store.open().await);
            for act in &acts {
                model.act(act).await;
            }
            model.check().await;
        });
        Ok(())
    });
    result.unwrap_or_else(|err| panic!("{err}"));
}

#[test]
fn a_file_does_what_the_model_does() {
    hold(async || Store::in_file());
}

#[test]
fn a_server_does_what_the_model_does() {
    let Some(url) = postgres("a_server_does_what_the_model_does") else { return };
    hold(async || Store::on_server(&url).await);
}
