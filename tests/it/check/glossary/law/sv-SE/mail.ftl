notice = Detta är sista varningen före inkasso.
