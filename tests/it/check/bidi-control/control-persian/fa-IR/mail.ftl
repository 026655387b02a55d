bill = تشکر‏
