//! Tells an account administrator, in his or her own language, that a payment failed and how to put it right.

pub mod notice;
pub mod message;
pub mod transport;

pub use message::Message;
pub use notice::{Address, Kind, Notice};
