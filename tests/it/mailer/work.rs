//! Work on a real outbox, with relays that do as they are told.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::Timestamp;
use pastdue::mailer::{Arrivals, Bringing, Health, Relay, Until, Work};
use pastdue::notice::NoticeKey;
use pastdue::outbox::{Outbox as _, Run, SqlOutbox, State, Worker};
use pastdue::report::Settled;
use pastdue::transport::{DeliveryError, FailureKind, Phase, Receipt, Reply, Transport, Withheld};
use pastdue::{Mailer, Message, Notice};
use tempfile::TempDir;
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

use super::{good, mailer, row};

/// An outbox in a folder of its own.
struct Store {
    outbox: Arc<SqlOutbox>,
    _folder: TempDir,
}

impl Store {
    async fn new() -> Store {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("outbox.db").display());
        let outbox = SqlOutbox::open(&url, || Timestamp::from_second(1_800_000_000).unwrap()).await.unwrap();
        Store { outbox: Arc::new(outbox), _folder: folder }
    }

    async fn bring(&self, rows: &[String]) {
        let notices: Vec<Notice> =
            rows.iter().map(|row| Notice::from_json(row.as_bytes()).unwrap()).collect();
        self.outbox.enqueue(Run(1), &notices, Duration::from_hours(72)).await.unwrap();
    }

    /// The states that have notices, which must add up.
    async fn states(&self) -> BTreeMap<&'static str, u64> {
        let status = self.outbox.status().await.unwrap();
        assert!(status.adds_up(), "{status:?}");
        let found = status.states.into_iter().filter(|(_, n)| *n > 0);
        found.map(|(state, n)| (state.as_str(), n)).collect()
    }

    async fn state_of(&self, id: &str) -> State {
        self.outbox.state_of(&NoticeKey::new(id).unwrap()).await.unwrap().unwrap()
    }

    /// Works until nothing is due. Gives why it ended early and every outcome.
    async fn work(&self, mailer: Mailer, relays: Vec<Relay<Scripted>>) -> (Option<String>, Vec<Settled>) {
        let (working, settled) = self.start(mailer, relays, None);
        let ended = working.await.unwrap();
        let settled = settled.lock().unwrap().clone();
        (ended, settled)
    }

    fn start(
        &self,
        mailer: Mailer,
        relays: Vec<Relay<Scripted>>,
        arrivals: Option<Arrivals>,
    ) -> (JoinHandle<Option<String>>, Arc<Mutex<Vec<Settled>>>) {
        let work = Work {
            worker: Worker(1),
            lease: Duration::from_mins(1),
            until: Until::NothingDue,
            arrivals,
            resend_after: None,
            per_domain: 4,
            health: Health::default(),
        };
        let settled = Arc::new(Mutex::new(Vec::new()));
        let told = Arc::clone(&settled);
        let tell = move |row: &Settled| told.lock().unwrap().push(row.clone());
        let outbox = self.outbox.clone();
        let working =
            tokio::spawn(async move { Arc::new(mailer).work(outbox, work, relays, tell).await.unwrap() });
        (working, settled)
    }
}

type Plan = dyn Fn(&str, usize) -> Option<DeliveryError> + Send + Sync;

/// A session with a relay that fails as `plan` says, given the id and how many mails it was asked for, and that can be
/// held up before and after the handover.
#[derive(Clone)]
struct Scripted {
    plan: Arc<Plan>,
    before: Arc<Semaphore>,
    after: Arc<Semaphore>,
    seen: Arc<Mutex<Seen>>,
}

#[derive(Default)]
struct Seen {
    n_asked: usize,
    taken: Vec<String>,
    n_now: usize,
    n_at_once: usize,
}

impl Scripted {
    fn new(plan: impl Fn(&str, usize) -> Option<DeliveryError> + Send + Sync + 'static) -> Scripted {
        let open = || Arc::new(Semaphore::new(Semaphore::MAX_PERMITS));
        Scripted { plan: Arc::new(plan), before: open(), after: open(), seen: Arc::default() }
    }

    fn good() -> Scripted {
        Scripted::new(|_, _| None)
    }

    /// The relay with `n` sessions.
    fn relay(&self, n: usize) -> Relay<Scripted> {
        Relay { name: "relay".to_owned(), sessions: vec![self.clone(); n], rate: None }
    }

    fn n_taken(&self) -> usize {
        self.seen.lock().unwrap().taken.len()
    }

    async fn has_taken(&self, n: usize) {
        while self.n_taken() < n {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}

impl Transport for Scripted {
    async fn deliver<H>(&mut self, message: &Message, handover: H) -> Result<Receipt, DeliveryError>
    where
        H: Future<Output = Result<(), Withheld>> + Send,
    {
        let id = message.key().to_string();
        let n_asked = {
            let mut seen = self.seen.lock().unwrap();
            seen.n_asked += 1;
            seen.n_now += 1;
            seen.n_at_once = seen.n_at_once.max(seen.n_now);
            seen.n_asked
        };
        let delivering = async {
            self.before.acquire().await.unwrap().forget();
            if let Some(err) = (self.plan)(&id, n_asked) {
                return Err(err);
            }
            let withheld = |Withheld| DeliveryError::new(FailureKind::Withheld, Phase::Data, "withheld");
            handover.await.map_err(withheld)?;
            self.after.acquire().await.unwrap().forget();
            self.seen.lock().unwrap().taken.push(id);
            Ok(Receipt { text: "2.0.0 Ok".to_owned() })
        };
        let result = delivering.await;
        self.seen.lock().unwrap().n_now -= 1;
        result
    }

    async fn close(&mut self) {}
}

fn goods(range: std::ops::Range<usize>) -> Vec<String> {
    range.map(|n| good(&format!("ntc_{n}"))).collect()
}

fn down() -> DeliveryError {
    DeliveryError::new(FailureKind::Relay, Phase::Connect, "the connection was refused")
}

fn replied(kind: FailureKind, phase: Phase, code: u16, text: &str) -> DeliveryError {
    DeliveryError::new(kind, phase, "refused").with_reply(Reply::new(code, text))
}

const SHORT: [Duration; 2] = [Duration::from_millis(20), Duration::from_millis(40)];

#[tokio::test]
async fn mails_leave_while_rows_still_come_in() {
    let (store, relay) = (Store::new().await, Scripted::good());
    let (bringing, arrivals) = Bringing::begin();
    let (working, settled) = store.start(mailer(&SHORT), vec![relay.relay(4)], Some(arrivals));
    store.bring(&goods(0..150)).await;
    bringing.tell();
    relay.has_taken(150).await;
    // Nothing is due, and still the work goes on.
    store.bring(&goods(150..160)).await;
    bringing.tell();
    relay.has_taken(160).await;
    assert!(!working.is_finished());
    drop(bringing);
    assert_eq!(working.await.unwrap(), None);
    assert_eq!(settled.lock().unwrap().len(), 160);
    assert_eq!(store.states().await, [("sent", 160)].into());
}

#[tokio::test]
async fn the_first_mail_waits_until_a_hundred_are_written_or_no_more_rows_come() {
    let (store, relay) = (Store::new().await, Scripted::good());
    let (bringing, arrivals) = Bringing::begin();
    store.bring(&goods(0..40)).await;
    let (working, _) = store.start(mailer(&SHORT), vec![relay.relay(4)], Some(arrivals));
    let broken: Vec<String> =
        (0..60).map(|n| row("service-canceled-invoice", &format!("broken_{n}"))).collect();
    store.bring(&broken).await;
    drop(bringing);
    let why = working.await.unwrap().unwrap();
    assert!(why.starts_with(
        "60 of the first 100 mails cannot be written, so none was sent; the first is `broken_0`: "
    ));
    assert_eq!((relay.n_taken(), store.states().await), (0, [("queued", 100)].into()));
}

#[tokio::test]
async fn a_few_mails_that_cannot_be_written_hold_up_no_other() {
    let (store, relay) = (Store::new().await, Scripted::good());
    let broken: Vec<String> =
        (0..5).map(|n| row("service-canceled-invoice", &format!("broken_{n}"))).collect();
    store.bring(&broken).await;
    store.bring(&goods(0..4)).await;
    assert_eq!(store.work(mailer(&SHORT), vec![relay.relay(2)]).await.0, None);
    assert_eq!(store.states().await, [("sent", 4), ("unrenderable", 5)].into());
}

#[tokio::test]
async fn while_no_relay_is_asked_nothing_is_claimed_and_no_attempt_is_counted() {
    let store = Store::new().await;
    let relay = Scripted::new(|_, n_asked| (n_asked > 20).then(down));
    store.bring(&goods(0..300)).await;
    let pauses = [Duration::from_secs(3)];
    let mailer = mailer(&pauses);
    let stop = mailer.stop.clone();
    let (working, _) = store.start(mailer, vec![relay.relay(4)], None);
    while store.states().await.contains_key("claimed") || relay.n_taken() < 20 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert!(!working.is_finished());
    assert_eq!(store.states().await, [("queued", 280), ("sent", 20)].into());
    stop.stop();
    working.await.unwrap();
    // Whoever comes next finds them as they were.
    let claims = store.outbox.claim(Worker(2), 300, &[]).await.unwrap();
    assert!(claims.len() == 280 && claims.iter().all(|claim| claim.n_attempts == 0));
}

#[tokio::test]
async fn after_a_pause_one_mail_tries_the_relay_and_the_others_wait() {
    let store = Store::new().await;
    let relay = Scripted::new(|_, n_asked| (5..=6).contains(&n_asked).then(down));
    store.bring(&goods(0..60)).await;
    assert_eq!(store.work(mailer(&SHORT), vec![relay.relay(1)]).await.0, None);
    // The second try was one mail only, so two failed in all.
    assert_eq!(store.states().await, [("sent", 60)].into());
    assert_eq!(relay.seen.lock().unwrap().n_asked, 62);
}

#[tokio::test]
async fn after_the_last_pause_the_run_ends_and_everything_waits() {
    let store = Store::new().await;
    let relay = Scripted::new(|_, n_asked| (n_asked > 5).then(down));
    store.bring(&goods(0..50)).await;
    let why = store.work(mailer(&SHORT), vec![relay.relay(4)]).await.0.unwrap();
    assert_eq!(why, "the connection was refused while connecting");
    // All sessions may fail together at first; after each pause it is one mail.
    assert!((8..=11).contains(&relay.seen.lock().unwrap().n_asked));
    assert_eq!(store.states().await, [("queued", 45), ("sent", 5)].into());
}

#[tokio::test]
async fn a_stop_finishes_what_is_handed_over_and_takes_the_rest_back() {
    let (store, mut relay) = (Store::new().await, Scripted::good());
    // Two mails get past the handover and are held up; two others are held up before it.
    (relay.before, relay.after) = (Arc::new(Semaphore::new(2)), Arc::new(Semaphore::new(0)));
    store.bring(&goods(0..50)).await;
    let mailer = mailer(&SHORT);
    let stop = mailer.stop.clone();
    let (working, _) = store.start(mailer, vec![relay.relay(4)], None);
    while store.states().await.get("handed_over") != Some(&2) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    stop.stop();
    while store.states().await.get("queued") != Some(&48) {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert!(!working.is_finished());
    relay.after.add_permits(2);
    assert_eq!(working.await.unwrap(), None);
    assert_eq!((relay.n_taken(), store.states().await), (2, [("queued", 48), ("sent", 2)].into()));
}

#[tokio::test]
async fn no_domain_has_more_mails_on_their_way_than_it_may() {
    let (store, relay) = (Store::new().await, Scripted::good());
    store.bring(&goods(0..100)).await;
    let elsewhere = |n: usize| good(&format!("other_{n}")).replace("@example.com", "@example.org");
    store.bring(&(0..20).map(elsewhere).collect::<Vec<_>>()).await;
    assert_eq!(store.work(mailer(&SHORT), vec![relay.relay(12)]).await.0, None);
    assert_eq!(store.states().await, [("sent", 120)].into());
    let n_at_once = relay.seen.lock().unwrap().n_at_once;
    assert!((2..=8).contains(&n_at_once), "{n_at_once}");
}

#[tokio::test]
async fn a_relay_gets_no_more_mails_than_its_rate_allows() {
    let (store, relay) = (Store::new().await, Scripted::good());
    store.bring(&goods(0..30)).await;
    let began = tokio::time::Instant::now();
    let limited = Relay { rate: Some(50.0), ..relay.relay(8) };
    assert_eq!(store.work(mailer(&SHORT), vec![limited]).await.0, None);
    // One leaves at once, and two more at most have gathered.
    assert!(began.elapsed() >= Duration::from_millis(27 * 20), "{:?}", began.elapsed());
    assert_eq!(store.states().await, [("sent", 30)].into());
}

#[tokio::test]
async fn the_next_relay_takes_over_while_the_preferred_one_fails() {
    let store = Store::new().await;
    let first = Scripted::new(|_, n_asked| (n_asked > 10).then(down));
    let second = Scripted::good();
    store.bring(&goods(0..80)).await;
    let (ended, _) =
        store.work(mailer(&[Duration::from_hours(1)]), vec![first.relay(2), second.relay(2)]).await;
    assert_eq!((ended, first.n_taken(), second.n_taken()), (None, 10, 70));
    assert_eq!(store.states().await, [("sent", 80)].into());
}

#[tokio::test]
async fn a_refused_login_ends_the_run_and_fails_no_notice() {
    let store = Store::new().await;
    let relay = Scripted::new(|_, _| Some(replied(FailureKind::Relay, Phase::Auth, 535, "5.7.8 no")));
    store.bring(&goods(0..30)).await;
    let why = store.work(mailer(&SHORT), vec![relay.relay(3)]).await.0.unwrap();
    assert_eq!(why, "refused while authenticating: the relay answered `535 5.7.8 no`");
    assert!(relay.seen.lock().unwrap().n_asked <= 3);
    assert_eq!(store.states().await, [("queued", 30)].into());
}

#[tokio::test]
async fn when_most_of_the_first_are_refused_for_policy_the_others_are_kept_back() {
    let store = Store::new().await;
    let relay = Scripted::new(|_, _| Some(replied(FailureKind::Permanent, Phase::Dot, 550, "5.7.1 spam")));
    store.bring(&goods(0..300)).await;
    let why = store.work(mailer(&SHORT), vec![relay.relay(1)]).await.0.unwrap();
    assert!(why.starts_with("most of the first mails were refused for policy"), "{why}");
    assert_eq!(store.states().await, [("queued", 249), ("refused", 51)].into());
}

#[tokio::test]
async fn later_many_refusals_for_policy_are_a_fault_of_the_relay() {
    let store = Store::new().await;
    let refused = || replied(FailureKind::Permanent, Phase::RcptTo, 554, "5.7.1 blocked");
    let relay = Scripted::new(move |_, n_asked| (n_asked > 100).then(refused));
    store.bring(&goods(0..300)).await;
    let why = store.work(mailer(&[]), vec![relay.relay(1)]).await.0.unwrap();
    assert_eq!(why, "refused while naming the recipient: the relay answered `554 5.7.1 blocked`");
    assert_eq!(store.states().await, [("queued", 149), ("refused", 51), ("sent", 100)].into());
}

#[tokio::test]
async fn a_mail_over_which_the_line_is_lost_goes_again_at_once_and_then_rests() {
    let store = Store::new().await;
    let closing = |id: &str| (id == "ntc_3").then(|| replied(FailureKind::Relay, Phase::RcptTo, 421, "bye"));
    let relay = Scripted::new(move |id, _| closing(id));
    store.bring(&goods(0..30)).await;
    let (ended, settled) = store.work(mailer(&SHORT), vec![relay.relay(1)]).await;
    let n_back = settled.iter().filter(|row| row.id.as_deref() == Some("ntc_3")).count();
    assert_eq!((ended, n_back, store.state_of("ntc_3").await), (None, 2, State::Queued));
    assert_eq!(store.states().await, [("queued", 1), ("sent", 29)].into());
}
