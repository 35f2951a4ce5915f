from wellbeing import result

print(result)
print(result.ranks)
