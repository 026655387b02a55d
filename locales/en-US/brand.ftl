### The name of the company that sends the mail.

# Default brand. The configuration replaces it (`[brand] name`), so translations never spell it out.
# Example: Example Cloud
-brand = Example Cloud
