help = Besoin d&#8217;aide&#xA0;?
