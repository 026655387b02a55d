//! For tests alone: dies or stands still at the moment that `PASTDUE_TEST_FAILPOINT` names.

use std::ffi::OsStr;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Context as _;
use pastdue::failpoint;
use signal_hook::consts::SIGSTOP;
use signal_hook::low_level::raise;

use crate::tell;

/// Obeys `MOMENT:N:kill` or `MOMENT:N:stop`: the Nth time that the moment is reached, the process aborts or stops.
pub(crate) fn install(order: &OsStr) -> anyhow::Result<()> {
    let parts: Option<Vec<&str>> = order.to_str().map(|order| order.split(':').collect());
    let parsed = match parts.as_deref() {
        Some([moment, n, action @ ("kill" | "stop")]) => {
            let moment = failpoint::MOMENTS.into_iter().find(|known| known == moment);
            moment.zip(n.parse::<usize>().ok()).map(|(moment, n)| (moment, n, *action == "kill"))
        }
        _ => None,
    };
    let (moment, n, is_kill) =
        parsed.context("`PASTDUE_TEST_FAILPOINT`: expected `MOMENT:N:kill` or `MOMENT:N:stop`")?;
    let n_reached = AtomicUsize::new(0);
    failpoint::install(move |reached| {
        if reached == moment && n_reached.fetch_add(1, Ordering::SeqCst) + 1 == n {
            if is_kill {
                std::process::abort();
            }
            tell(&format!("standing still at {moment}"));
            // Raised in this thread, which so does nothing before somebody lets the process go on. A signal from
            // outside is another thread's to take, and this one could go on for a moment.
            let _ = raise(SIGSTOP);
        }
    });
    Ok(())
}
