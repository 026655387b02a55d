//! Tells an account administrator, in his or her own language, that a payment failed and how to put it right.

pub mod notice;
pub mod locale;
pub mod catalog;
pub mod template;
pub mod message;
pub mod sample;
pub mod transport;
pub mod report;
pub mod mailer;

pub use catalog::Catalog;
pub use locale::Locale;
pub use mailer::Mailer;
pub use message::{Message, Sender};
pub use notice::{Address, Kind, Notice};
pub use report::Report;
pub use template::{Content, Templates};
