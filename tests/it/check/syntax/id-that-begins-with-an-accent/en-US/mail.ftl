# A row heading.
overview = Overview
