quindex new my-index
quindex robustness my-index/spec.toml --data my-index/data.csv --replicates 0:500 --out my-index/first
quindex robustness my-index/spec.toml --data my-index/data.csv --replicates 500:1000 --out my-index/second
quindex robustness my-index/spec.toml --data my-index/data.csv --merge my-index/*/outcomes.bin --out my-index/both
