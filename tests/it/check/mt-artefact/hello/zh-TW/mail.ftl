canceled = hello 服務會取消。
