//! Everything without a mouse.

use thirtyfour::Key;

use super::{Preview, sentence};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_translator_needs_no_mouse() {
    let Some(preview) = Preview::start("a_translator_needs_no_mouse").await else { return };
    let browser = &preview.browser;
    browser.keys("]").await;
    browser.wait_for("location.search === '?sample=payment-failed-declined-reminder'").await;
    browser.keys("[").await;
    browser.wait_for("location.search.includes('sample=payment-failed-declined')").await;
    browser.keys("2").await;
    browser.wait_for("document.querySelectorAll('pre.sheet').length === 5").await;
    browser.keys("1").await;
    browser.wait_for("document.querySelectorAll('iframe.mail:not(.coming)').length === 5").await;
    browser.keys("?").await;
    browser.wait_for("document.getElementById('help').open").await;
    browser.press(None, Key::Escape).await;
    browser.wait_for("!document.getElementById('help').open").await;
    browser.keys("j").await;
    browser
        .wait_for("document.querySelector('.message-id code').textContent === 'payment-failed-subject-first'")
        .await;
    browser.keys("jjjj").await;
    browser
        .wait_for("document.querySelector('.message-id code').textContent !== 'payment-failed-subject-first'")
        .await;
    preview.show("sample=missing-name&locale=nl-NL&message=greeting-nameless").await;
    browser.wait_for("document.querySelector('textarea')").await;
    browser.keys("e").await;
    browser.wait_for("document.querySelector('textarea') === document.activeElement").await;
    preview.write("Dag!").await;
    browser.wait_for("document.querySelector('.rendered')").await;
    browser.press(Some(Key::Control), Key::Enter).await;
    browser.wait_for(&format!("{}.textContent === 'Dag!'", sentence("nl-NL", "greeting-nameless"))).await;
    assert!(preview.server.read("locales/nl-NL/mail.ftl").contains("greeting-nameless = Dag!\n"));
    browser.press(None, Key::Escape).await;
    browser.wait_for("document.querySelector('textarea') !== document.activeElement").await;
    browser.press(None, Key::Escape).await;
    browser.wait_for("document.getElementById('panel').hidden").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tab_goes_from_sentence_to_sentence_and_enter_opens_one() {
    let Some(preview) = Preview::start("tab_goes_from_sentence_to_sentence_and_enter_opens_one").await else {
        return;
    };
    let browser = &preview.browser;
    browser.evaluate::<()>(&format!("{}.focus();", sentence("en-US", "greeting"))).await;
    browser.wait_for("document.getElementById('tip').innerText.includes('greeting')").await;
    browser.press(None, Key::Tab).await;
    browser
        .wait_for(&format!(
            "{}.ownerDocument.activeElement.dataset.message === 'payment-failed-declined'",
            sentence("en-US", "greeting")
        ))
        .await;
    browser.press(None, Key::Enter).await;
    browser
        .wait_for(
            "document.querySelector('.message-id code').textContent === 'payment-failed-declined'
        && document.querySelector('textarea') === document.activeElement",
        )
        .await;
}
