from robustness_index import r

print(r)
print(r.top(5).query("0 < `top 5` < 1").round(2))
print(r.summary().round(2).to_string(index=False))
print(r.points.head(3)[["prepare.0", "normalise", "aggregate", "weights.1"]].round(3))
