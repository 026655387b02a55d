### The name of the company that sends the mail.

-brand = Example Cloud
