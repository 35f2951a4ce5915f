quindex new my-index
quindex robustness my-index/spec.toml --data my-index/data.csv --draws 500 --seed 1 --out my-index/robustness
