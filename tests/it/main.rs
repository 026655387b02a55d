//! One integration binary: it links once.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[test]
fn nothing() {
    let _ = Some(1).unwrap();
}
