price = It costs $5 or US$ 6, 25% off, 100%.
