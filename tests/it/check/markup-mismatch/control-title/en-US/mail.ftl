help = <a title="Ask us">Ask</a>
