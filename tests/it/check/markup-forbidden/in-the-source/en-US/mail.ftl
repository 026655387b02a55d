help = <a href="https://example.com">Ask</a>
