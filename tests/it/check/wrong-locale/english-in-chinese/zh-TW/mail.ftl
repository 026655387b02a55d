first = The payment for your subscription was declined by your bank.
second = You can change the card that is used for this subscription.
third = If you have paid, you don’t need to do this.
