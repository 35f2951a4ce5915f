from wellbeing import result

parts = result.contributions("wellbeing")
print(parts.assign(sum=parts.sum(axis="columns"), score=result.scores["wellbeing"]).round(2))
