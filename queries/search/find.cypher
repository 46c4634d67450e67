// Which nodes have all of these words in their names? ($longest of them is looked for first: few have it)
MATCH (n:Shisaku)
WHERE n.words CONTAINS $longest
WITH n
WHERE n.type IN $kinds AND all(word IN $words WHERE n.words CONTAINS word)
RETURN n.id AS id, n.type AS type, n.name AS name, n.folded AS folded,
       $joined IN n.known_as AS alias, $joined_keys IN n.known_as AS alias_as_compared,
       CASE WHEN $with_words THEN n.words ELSE '' END AS words
ORDER BY id
