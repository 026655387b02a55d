help = Als u betaalt,helpen wij.Uw bank weet het.
