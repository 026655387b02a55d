//! The page itself: for everybody, on every screen.

use super::Preview;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_shows_one_language_at_a_time() {
    let Some(preview) = Preview::start("a_phone_shows_one_language_at_a_time").await else { return };
    let browser = &preview.browser;
    browser.set_screen(390, 844).await;
    preview.show("").await;
    browser
        .evaluate::<()>(
            "
        const chooser = document.getElementById('chooser');
        chooser.value = 'zh-TW';
        chooser.dispatchEvent(new Event('change'));",
        )
        .await;
    browser.wait_for("Math.abs(document.querySelector('.pane[data-locale=zh-TW]').getBoundingClientRect().left - 8) < 2").await;
    browser.wait_for("location.search === '?locale=zh-TW'").await;
}
