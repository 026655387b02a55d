//! The wall: what is shown, and that the address says it.

use super::{Preview, pane, sentence};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_wall_has_all_languages_the_source_first() {
    let Some(preview) = Preview::start("the_wall_has_all_languages_the_source_first").await else { return };
    let browser = &preview.browser;
    let tags: Vec<String> = browser
        .evaluate("return [...document.querySelectorAll('.pane')].map(pane => pane.dataset.locale);")
        .await;
    assert_eq!(tags, ["en-US", "fr-FR", "nl-NL", "sv-SE", "zh-TW"]);
    let address: String = browser.evaluate("return location.search;").await;
    assert_eq!(address, "", "the token does not stay in the address");
    let texts: Vec<String> = browser.evaluate("
        return [...document.querySelectorAll('iframe.mail')].map(frame => frame.contentDocument.querySelector('h1').textContent);").await;
    assert_eq!(texts.first().map(String::as_str), Some("We couldn’t charge your card"));
    assert_eq!(texts.len(), 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_picked_is_in_the_address_and_the_way_back_works() {
    let Some(preview) = Preview::start("what_is_picked_is_in_the_address_and_the_way_back_works").await
    else {
        return;
    };
    let browser = &preview.browser;
    browser
        .evaluate::<()>(
            "
        const kind = document.querySelector('select[name=kind]');
        kind.value = 'invoice-overdue';
        kind.dispatchEvent(new Event('change'));",
        )
        .await;
    let heading = sentence("sv-SE", "invoice-overdue-heading-first");
    browser.wait_for(&format!("location.search === '?sample=invoice-overdue' && {heading}")).await;
    browser
        .evaluate::<()>(
            "
        const stage = document.querySelector('select[name=stage]');
        stage.value = 'final';
        stage.dispatchEvent(new Event('change'));",
        )
        .await;
    let heading = sentence("sv-SE", "invoice-overdue-heading-final");
    browser.wait_for(&format!("location.search === '?sample=invoice-overdue-final' && {heading}")).await;
    browser.evaluate::<()>("history.back();").await;
    let heading = sentence("sv-SE", "invoice-overdue-heading-first");
    browser.wait_for(&format!("location.search === '?sample=invoice-overdue' && {heading}")).await;
    let stage: String = browser.evaluate("return document.querySelector('select[name=stage]').value;").await;
    assert_eq!(stage, "first");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_view_shows_each_language() {
    let Some(preview) = Preview::start("every_view_shows_each_language").await else { return };
    let browser = &preview.browser;
    let views = [
        ("text", "pre.sheet", "Hej Alex Lindgren!"),
        ("eml", "pre.sheet", "Content-Language: sv-SE"),
        ("headers", "dl.sheet", "auto-generated"),
        ("alert", ".alert-text", "Betalningen på"),
    ];
    for (view, element, words) in views {
        preview.show(&format!("view={view}")).await;
        let pane = pane("sv-SE");
        browser.wait_for(&format!("{pane}.querySelector('{element}').textContent.includes('{words}')")).await;
    }
    preview.show("view=article").await;
    browser.wait_for(&sentence("sv-SE", "article-title")).await;
    preview.show("view=inbox&sample=long-names").await;
    browser.wait_for("document.querySelectorAll('.inbox-card').length === 5").await;
    browser.wait_for("document.querySelector('.inbox-card .cut-mark')").await;
    let meters: usize = browser
        .evaluate(
            "return [...document.querySelectorAll('meter')].filter(meter => meter.value > 5000).length;",
        )
        .await;
    assert_eq!(meters, 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_is_shown_as_clients_show_it() {
    let Some(preview) = Preview::start("a_mail_is_shown_as_clients_show_it").await else { return };
    let browser = &preview.browser;
    let frame = format!("{}.querySelector('iframe.mail:not(.coming)')", pane("fr-FR"));
    for width in [320, 375, 600] {
        preview.show(&format!("width={width}")).await;
        browser.wait_for(&format!("{frame}.clientWidth === {width}")).await;
    }
    let background = format!("getComputedStyle({frame}.contentDocument.body).backgroundColor");
    preview.show("colors=light").await;
    let light: String = browser.evaluate(&format!("return {background};")).await;
    preview.show("colors=dark").await;
    let dark: String = browser.evaluate(&format!("return {background};")).await;
    assert_ne!(light, dark);
    let own_styles =
        format!("{frame}.contentDocument.documentElement.outerHTML.includes('max-width: 480px')");
    assert!(browser.evaluate::<bool>(&format!("return {own_styles};")).await);
    preview.show("style=off").await;
    assert!(!browser.evaluate::<bool>(&format!("return {own_styles};")).await);
    preview.show("pseudo=accented").await;
    let heading: String =
        browser.evaluate(&format!("return {frame}.contentDocument.querySelector('h1').textContent;")).await;
    assert!(!heading.is_ascii() && heading != "Nous n’avons pas pu débiter votre carte", "{heading}");
    preview.show("pseudo=rtl").await;
    browser.wait_for(&format!("{frame}.contentDocument.documentElement.dir === 'rtl'")).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn languages_scroll_together_until_they_are_unlocked() {
    let Some(preview) = Preview::start("languages_scroll_together_until_they_are_unlocked").await else {
        return;
    };
    let browser = &preview.browser;
    let scroller = |tag: &str| {
        format!("{}.querySelector('iframe.mail:not(.coming)').contentDocument.scrollingElement", pane(tag))
    };
    let share = |tag: &str| {
        let scroller = scroller(tag);
        format!("({scroller}.scrollTop / ({scroller}.scrollHeight - {scroller}.clientHeight))")
    };
    browser
        .evaluate::<()>(&format!(
            "const it = {}; it.scrollTop = (it.scrollHeight - it.clientHeight) / 2;",
            scroller("fr-FR")
        ))
        .await;
    for tag in ["en-US", "nl-NL", "sv-SE", "zh-TW"] {
        browser.wait_for(&format!("Math.abs({} - 0.5) < 0.02", share(tag))).await;
    }
    preview.show("lock=off").await;
    browser.evaluate::<()>(&format!("{}.scrollTop = 300;", scroller("fr-FR"))).await;
    browser.wait_for(&format!("{}.scrollTop === 300", scroller("fr-FR"))).await;
    // Two frames later any scroll event has been seen to.
    browser
        .evaluate::<()>(
            "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())));",
        )
        .await;
    let top: f64 = browser.evaluate(&format!("return {}.scrollTop;", scroller("sv-SE"))).await;
    assert!(top.abs() < f64::EPSILON, "{top}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sentence_leads_to_its_source() {
    let Some(preview) = Preview::start("a_sentence_leads_to_its_source").await else { return };
    let browser = &preview.browser;
    browser.mouse(&sentence("en-US", "step-all-charges"), false).await;
    browser.wait_for("!document.getElementById('tip').hidden").await;
    let tip: String = browser.evaluate("return document.getElementById('tip').innerText;").await;
    for words in ["step-all-charges", "en-US/mail.ftl:", "$amount", "1,234.50"] {
        assert!(tip.contains(words), "`{words}` in {tip}");
    }
    browser
        .wait_for(&format!("{}.classList.contains('pastdue-near')", sentence("zh-TW", "step-all-charges")))
        .await;
    browser.mouse(&sentence("en-US", "step-all-charges"), true).await;
    browser.wait_for("document.querySelector('textarea') === document.activeElement").await;
    let panel: String = browser.evaluate("return document.getElementById('panel').innerText;").await;
    for words in ["step-all-charges", "en-US/mail.ftl:", "Used in"] {
        assert!(panel.contains(words), "`{words}` in {panel}");
    }
    browser.wait_for("location.search.includes('message=step-all-charges')").await;
    // From the message to another mail that uses it.
    browser.evaluate::<()>("
        [...document.querySelectorAll('.samples button')].find(one => one.textContent === 'Payment failed expired').click();").await;
    browser.wait_for("location.search.includes('sample=payment-failed-expired&')").await;
    browser
        .wait_for(&format!("{}.classList.contains('pastdue-open')", sentence("fr-FR", "step-all-charges")))
        .await;
}
