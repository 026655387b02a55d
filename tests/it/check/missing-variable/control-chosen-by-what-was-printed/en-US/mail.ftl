title = Stage: { $stage }
