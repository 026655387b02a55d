# The brand.
-brand = Example Cloud
    .team = { team }

# The team.
team = The team

# The greeting.
hello = Hello! { -brand }

# The name.
name = Name
    .title = The name

# The subject.
subject = Your invoice

# By a name.
slot = A slot

# By the program.
alert = An alert
