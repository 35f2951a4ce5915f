import quindex as qx

found = qx.catalogue("aggregate")
print(*found)
for method, python, claims in zip(found["method"], found["python"], found["claims"], strict=True):
    if method in ("geometric_mean", "topsis", "kemeny"):
        print(f"{python}: {claims}")
topsis = list(found["method"]).index("topsis")
print(found["title"][topsis], "-", found["summary"][topsis])
print(found["reference"][topsis])
