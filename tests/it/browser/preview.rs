//! `pastdue preview` as a translator uses it: the real program, real files, a real browser.

mod server;
mod edit;
mod export;
mod keyboard;
mod look;
mod page;

use std::fmt::Display;

use self::server::Server;
use super::chromium::Browser;
use super::component::Components;

/// A server on files of its own, and a browser that shows it.
struct Preview {
    server: Server,
    browser: Browser,
}

impl Preview {
    /// Nothing if the machine has no browser.
    async fn start(test: &str) -> Option<Preview> {
        Preview::start_with(test, &[]).await
    }

    async fn start_with(test: &str, arguments: &[&str]) -> Option<Preview> {
        let components = Components::for_test(test)?;
        let server = Server::start(arguments);
        let browser = Browser::start(&components).await;
        browser.set_screen(1280, 900).await;
        browser.go_to(&server.url).await;
        browser.wait_for(READY).await;
        Some(Preview { server, browser })
    }

    /// Shows what the parameters of an address ask for.
    async fn show(&self, query: &str) {
        self.browser.go_to(&format!("{}?{query}", self.server.origin())).await;
        self.browser.wait_for(READY).await;
    }

    /// Opens a message in the panel.
    async fn open(&self, locale: &str, id: &str) {
        self.show(&format!("locale={locale}&message={id}")).await;
        self.browser.wait_for("document.querySelector('textarea')").await;
    }

    /// Replaces the text in the editor, as somebody who types.
    async fn write(&self, text: &str) {
        self.browser
            .evaluate::<()>("const text = document.querySelector('textarea'); text.focus(); text.select();")
            .await;
        self.browser.keys(text).await;
    }
}

/// Everything that was asked for is there.
const READY: &str = "document.body.dataset.ready && !document.querySelector('iframe.coming')
    && document.getElementById('live').dataset.state === 'on'";

/// The sentence `id` in the mail of `locale`.
fn sentence(locale: impl Display, id: impl Display) -> String {
    format!(
        "document.querySelector('.pane[data-locale=\"{locale}\"] iframe.mail:not(.coming)')
            .contentDocument.querySelector('[data-message=\"{id}\"]')"
    )
}

/// The pane of `locale`.
fn pane(locale: impl Display) -> String {
    format!("document.querySelector('.pane[data-locale=\"{locale}\"]')")
}
