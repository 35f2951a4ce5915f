quindex new my-index
quindex check my-index/spec.toml --data my-index/data.csv
quindex run my-index/spec.toml --data my-index/data.csv --out my-index/results
