// What do ministries, agencies and bodies go by besides their formal names?
MATCH (o:Shisaku)
WHERE o.type IN ['Ministry', 'Agency', 'Body']
RETURN o.name AS name, o.known_as AS known_as
ORDER BY o.id
