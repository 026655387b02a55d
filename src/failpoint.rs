//! Moments at which tests let a process die or stand still. Without the feature `failpoints` nothing happens at them.

#[cfg(feature = "failpoints")]
use std::sync::OnceLock;

/// The moments, in the order in which a notice comes by them.
pub const MOMENTS: [&str; 11] = [
    "after-enqueue",
    "before-sweep",
    "after-sweep",
    "after-claim",
    "before-intent",
    "after-intent",
    "mid-body",
    "after-dot",
    "before-outcome",
    "after-outcome",
    "before-goodbye",
];

#[cfg(feature = "failpoints")]
type Hook = Box<dyn Fn(&'static str) + Send + Sync>;

#[cfg(feature = "failpoints")]
static HOOK: OnceLock<Hook> = OnceLock::new();

/// Has `hook` called with the name of each moment that is come by, from now on. The first hook stays.
#[cfg(feature = "failpoints")]
pub fn install(hook: impl Fn(&'static str) + Send + Sync + 'static) {
    // A second one would come too late for what has happened.
    let _ = HOOK.set(Box::new(hook));
}

/// The process comes by `moment`.
#[cfg_attr(not(feature = "failpoints"), expect(unused_variables, reason = "nothing happens there"))]
pub(crate) fn reach(moment: &'static str) {
    #[cfg(feature = "failpoints")]
    if let Some(hook) = HOOK.get() {
        hook(moment);
    }
}

/// How much of `bytes` to write at once: half, so that there is a middle to die in, while there is a hook.
pub(crate) fn first_part(bytes: &[u8]) -> &[u8] {
    #[cfg(feature = "failpoints")]
    if HOOK.get().is_some() {
        return &bytes[..bytes.len().div_ceil(2)];
    }
    bytes
}
