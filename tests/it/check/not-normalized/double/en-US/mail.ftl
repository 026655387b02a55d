# A text.
unit = In ångström
