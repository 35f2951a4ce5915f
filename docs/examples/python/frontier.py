import pandas as pd
import quindex as qx

clinics = pd.DataFrame(
    {"staff": [4, 7, 8, 4, 2, 10], "beds": [3, 3, 1, 2, 4, 1], "patients": [1, 1, 1, 1, 1, 1]},
    index=list("ABCDEF"),
)
found = qx.frontier.data_envelopment(clinics, inputs=["staff", "beds"], outputs=["patients"])
print(found.scores.join(found.targets).round(2))
print(found.peers.head(2).round(2).to_string(index=False))

towns = pd.DataFrame({"income": [4, 3, 0, 1], "health": [0, 2, 3, 2]}, index=list("PQRS"))
free = qx.frontier.benefit_of_the_doubt(towns, ["income", "health"])
print(free.scores.join(free.shares).loc[["S"]].round(2))

bounded = qx.frontier.benefit_of_the_doubt(towns, ["income", "health"], shares=[("health", 0.2, 0.5)])
print(bounded.scores.round(2))
