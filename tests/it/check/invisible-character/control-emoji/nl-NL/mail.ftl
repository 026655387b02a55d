bill = Uw rekening 👩‍💻 ❤️ 👨‍👩‍👧 🏴󠁧󠁢󠁿
