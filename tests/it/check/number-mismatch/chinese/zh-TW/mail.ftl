deleted = 您的資料將於 ９１ 天後刪除。
