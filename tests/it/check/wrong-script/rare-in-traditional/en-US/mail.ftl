# A text.
page = See this page.
