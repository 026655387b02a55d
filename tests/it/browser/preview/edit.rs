//! Writing in the browser, and beside it in another editor.

use thirtyfour::Key;

use super::server::changed_lines;
use super::{Preview, pane, sentence};

const FILE: &str = "locales/sv-SE/mail.ftl";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sentence_is_changed_in_place_and_its_file_by_one_line() {
    let Some(preview) = Preview::start("a_sentence_is_changed_in_place_and_its_file_by_one_line").await
    else {
        return;
    };
    let browser = &preview.browser;
    let before = preview.server.read(FILE);
    browser.mouse(&sentence("sv-SE", "greeting"), true).await;
    browser.wait_for("document.querySelector('textarea') === document.activeElement").await;
    let scroller = format!("{}.ownerDocument.scrollingElement", sentence("sv-SE", "greeting"));
    browser.evaluate::<()>(&format!("{scroller}.scrollTop = 40;")).await;
    preview.write("Hallå { $administratorName }!").await;
    browser.wait_for("document.querySelector('.rendered').textContent === 'Hallå Alex Lindgren!'").await;
    browser.press(Some(Key::Control), Key::Enter).await;
    browser
        .wait_for(&format!("{}.textContent === 'Hallå Alex Lindgren!'", sentence("sv-SE", "greeting")))
        .await;
    browser.wait_for("document.getElementById('why').textContent.includes('Saved')").await;
    let now = preview.server.read(FILE);
    assert_eq!(
        changed_lines(&before, &now),
        [("greeting = Hej { $administratorName }!", "greeting = Hallå { $administratorName }!")]
    );
    let top: f64 = browser.evaluate(&format!("return {scroller}.scrollTop;")).await;
    assert!((top - 40.0).abs() < 2.0, "the mail stays where it was: {top}");
    browser.wait_for("document.querySelector('textarea') === document.activeElement").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_variable_that_is_not_there_is_shown_and_cannot_be_saved() {
    let Some(preview) = Preview::start("a_variable_that_is_not_there_is_shown_and_cannot_be_saved").await
    else {
        return;
    };
    let browser = &preview.browser;
    let before = preview.server.read(FILE);
    preview.open("sv-SE", "step-all-charges").await;
    let text: String = browser.evaluate("return document.querySelector('textarea').value;").await;
    assert!(text.contains("MONEY($amount)"), "{text}");
    preview.write(&text.replace("$amount", "$amont")).await;
    browser.wait_for("document.querySelector('.verdict .finding.error')").await;
    let verdict: String = browser.evaluate("return document.getElementById('verdict').textContent;").await;
    for words in ["unknown-variable", "$amont", "did you mean $amount"] {
        assert!(verdict.contains(words), "`{words}` in {verdict}");
    }
    assert!(browser.evaluate::<bool>("return document.querySelector('.editor .main').disabled;").await);
    browser.press(Some(Key::Control), Key::Enter).await;
    // What cannot be read is told as well.
    preview.write("Så snart { $amount").await;
    browser
        .wait_for(
            "document.querySelector('.editor.is-bad')
        && !document.querySelector('.verdict').textContent.includes('$amont')",
        )
        .await;
    assert!(browser.evaluate::<bool>("return document.querySelector('.editor .main').disabled;").await);
    assert_eq!(preview.server.read(FILE), before, "nothing was written");
    preview.write(&text.replace("hela", "allt")).await;
    browser
        .wait_for("!document.querySelector('.editor .main').disabled && document.querySelector('.rendered')")
        .await;
    browser.evaluate::<()>("document.querySelector('.editor .main').click();").await;
    browser.wait_for("document.getElementById('why').textContent.includes('Saved')").await;
    assert_eq!(changed_lines(&before, &preview.server.read(FILE)).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_broken_file_is_shown_over_the_last_good_mail_until_it_is_mended() {
    let test = "a_broken_file_is_shown_over_the_last_good_mail_until_it_is_mended";
    let Some(preview) = Preview::start(test).await else { return };
    let browser = &preview.browser;
    preview.open("sv-SE", "closing").await;
    preview.write("Hälsningar").await;
    preview.server.replace(
        FILE,
        "greeting = Hej { $administratorName }!",
        "greeting = Hej { $administratorName !",
    );
    browser.wait_for(&format!("{}.querySelector('.broken pre')", pane("sv-SE"))).await;
    browser
        .wait_for(&format!("{}.textContent === 'Hej Alex Lindgren!'", sentence("sv-SE", "greeting")))
        .await;
    let broken: String =
        browser.evaluate(&format!("return {}.querySelector('.broken').textContent;", pane("sv-SE"))).await;
    assert!(broken.contains("mail.ftl"), "{broken}");
    let unsaved: String = browser.evaluate("return document.querySelector('textarea').value;").await;
    assert_eq!(unsaved, "Hälsningar");
    preview.server.replace(
        FILE,
        "greeting = Hej { $administratorName !",
        "greeting = Hejsan { $administratorName }!",
    );
    browser.wait_for(&format!("!{}.querySelector('.broken')", pane("sv-SE"))).await;
    browser
        .wait_for(&format!("{}.textContent === 'Hejsan Alex Lindgren!'", sentence("sv-SE", "greeting")))
        .await;
    let unsaved: String = browser.evaluate("return document.querySelector('textarea').value;").await;
    assert_eq!(unsaved, "Hälsningar");
    // The file has changed meanwhile, but not this message: nothing stands in the way.
    browser.wait_for("!document.querySelector('.editor .main').disabled").await;
    browser.press(Some(Key::Control), Key::Enter).await;
    browser.wait_for(&format!("{}.textContent === 'Hälsningar'", sentence("sv-SE", "closing"))).await;
    let file = preview.server.read(FILE);
    assert!(file.contains("greeting = Hejsan { $") && file.contains("closing = Hälsningar\n"), "{file}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_change_one_sentence_are_told() {
    let Some(preview) = Preview::start("two_who_change_one_sentence_are_told").await else { return };
    let browser = &preview.browser;
    preview.open("sv-SE", "closing").await;
    preview.write("Hälsningar").await;
    preview.server.replace(FILE, "closing = Vänliga hälsningar", "closing = Vänligen");
    browser.wait_for("document.querySelector('.conflict').textContent.includes('Vänligen')").await;
    assert!(browser.evaluate::<bool>("return document.querySelector('.editor .main').disabled;").await);
    assert!(preview.server.read(FILE).contains("closing = Vänligen\n"));
    browser.evaluate::<()>("
        [...document.querySelectorAll('.conflict button')].find(one => one.textContent === 'Keep mine').click();").await;
    browser.wait_for("!document.querySelector('.editor .main').disabled").await;
    browser.evaluate::<()>("document.querySelector('.editor .main').click();").await;
    browser.wait_for("document.getElementById('why').textContent.includes('Saved')").await;
    assert!(preview.server.read(FILE).contains("closing = Hälsningar\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_translation_whose_source_has_changed_is_still_right() {
    let Some(preview) = Preview::start("a_translation_whose_source_has_changed_is_still_right").await else {
        return;
    };
    let browser = &preview.browser;
    preview.server.replace(
        "locales/en-US/mail.ftl",
        "greeting = Hello { $administratorName },",
        "greeting = Dear { $administratorName },",
    );
    browser
        .wait_for(&format!("{}.textContent === 'Dear Alex Lindgren,'", sentence("en-US", "greeting")))
        .await;
    browser.wait_for(&format!("{}.dataset.pastdueMark === 'warning'", sentence("fr-FR", "greeting"))).await;
    browser.mouse(&sentence("fr-FR", "greeting"), true).await;
    browser
        .wait_for(
            "document.querySelector('.stale del').textContent === 'Hello'
        && document.querySelector('.stale ins').textContent === 'Dear'",
        )
        .await;
    browser.evaluate::<()>("document.querySelector('.stale button').click();").await;
    browser.wait_for("!document.querySelector('.stale')").await;
    browser.wait_for(&format!("!{}.dataset.pastdueMark", sentence("fr-FR", "greeting"))).await;
    browser.wait_for(&format!("{}.dataset.pastdueMark === 'warning'", sentence("nl-NL", "greeting"))).await;
    let lock = preview.server.read("locales/l10n.lock");
    let accepted = lock.lines().filter(|line| line.contains(" greeting ") && line.contains("Dear {"));
    assert_eq!(accepted.count(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn findings_are_listed_and_lead_to_their_sentence() {
    let Some(preview) = Preview::start("findings_are_listed_and_lead_to_their_sentence").await else {
        return;
    };
    let browser = &preview.browser;
    preview.server.replace(FILE, "greeting = Hej { $administratorName }!", "greeting = Hej!");
    browser.wait_for("document.getElementById('open-findings').dataset.worst === 'error'").await;
    browser.evaluate::<()>("document.getElementById('open-findings').click();").await;
    browser.wait_for("document.querySelector('.coverage td.error').textContent === '1'").await;
    browser.evaluate::<()>("
        [...document.querySelectorAll('.finding .link')].find(one => one.textContent === 'greeting').click();").await;
    browser
        .wait_for(
            "document.querySelector('textarea').value === 'Hej!'
        && document.querySelector('.verdict').textContent.includes('$administratorName')",
        )
        .await;
    browser.wait_for("location.search.includes('locale=sv-SE')").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_may_only_look_cannot_write() {
    let Some(preview) = Preview::start_with("who_may_only_look_cannot_write", &["--read-only"]).await else {
        return;
    };
    let browser = &preview.browser;
    preview.open("sv-SE", "greeting").await;
    assert!(browser.evaluate::<bool>("return document.querySelector('textarea').disabled;").await);
    browser.wait_for("document.getElementById('why').textContent.includes('Read only')").await;
    assert!(browser.evaluate::<bool>("return document.getElementById('open-send').hidden;").await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_is_sent_where_that_is_allowed() {
    let Some(preview) = Preview::start_with("a_mail_is_sent_where_that_is_allowed", &["--allow-send"]).await
    else {
        return;
    };
    let browser = &preview.browser;
    browser.evaluate::<()>("document.getElementById('open-send').click();").await;
    browser.wait_for("document.querySelector('.form input[type=email]')").await;
    browser.evaluate::<()>("document.querySelector('.form input[type=email]').focus();").await;
    browser.keys("me@example.com").await;
    browser.press(None, Key::Enter).await;
    browser.wait_for("document.querySelector('.outcome .chip.good')").await;
}
