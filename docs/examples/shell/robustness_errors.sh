quindex new my-index
sed '1s/$/,income_error/; 2,$s/$/,5/' my-index/data.csv > my-index/with_errors.csv
cat > my-index/design.toml <<'END'
draws = 500
seed = 1
[[factors]]
name = "data"
what = { method = "cell_errors" }
END
quindex robustness my-index/spec.toml --data my-index/with_errors.csv --errors '*_error' --design my-index/design.toml
