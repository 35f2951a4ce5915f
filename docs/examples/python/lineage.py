from wellbeing import result

print(result.lineage.drop(columns="parameters").to_string(index=False))
print(result.lineage["parameters"][0])
print(result.notes.to_string(index=False))
