label = Amount due
request = Pay { label }.
