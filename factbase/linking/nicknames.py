"""Given names and their short forms, lower case without accents."""

NICKNAMES = {
    alias: full
    for full, aliases in {
        "alexander": "alex sasha sandy", "andrew": "andy drew", "anthony": "tony", "antonio": "toni",
        "barbara": "barb", "benjamin": "ben benny", "benyamin": "bibi", "catherine": "cathy kate katie",
        "charles": "chuck charlie",
        "christopher": "chris", "christine": "chris", "daniel": "dan danny", "david": "dave", "deborah": "deb debbie",
        "donald": "don donnie", "dorothy": "dot", "edward": "ed eddie ted ned", "elizabeth": "liz beth betsy lizzie",
        "eugene": "gene", "francis": "frank", "frederick": "fred", "gerald": "jerry gerry", "gregory": "greg",
        "henry": "hank harry", "jacob": "jake", "james": "jim jimmy jamie", "jeffrey": "jeff", "jennifer": "jen jenny",
        "john": "jack johnny", "jonathan": "jon", "joseph": "joe joey", "joshua": "josh", "judith": "judy",
        "katherine": "kathy kate katie", "kenneth": "ken", "lawrence": "larry", "leonard": "len lenny",
        "margaret": "maggie meg peggy", "matthew": "matt", "michael": "mike mickey", "mitchell": "mitch",
        "nicholas": "nick", "patricia": "pat patty", "patrick": "pat", "peter": "pete", "philip": "phil",
        "radoslaw": "radek", "raymond": "ray", "rebecca": "becky", "richard": "dick rick rich",
        "robert": "bob rob bobby bert robby",
        "ronald": "ron", "rudolph": "rudy", "samuel": "sam", "stanley": "stan", "stephen": "steve", "steven": "steve",
        "susan": "sue", "suzanne": "sue", "theodore": "ted teddy", "thomas": "tom tommy", "timothy": "tim",
        "valerie": "val", "victoria": "vicky", "vincent": "vince", "walter": "walt", "william": "bill will billy",
        "zachary": "zach zac", "bernard": "bernie", "rafael": "rafa", "sergei": "serge", "vladimir": "vova",
    }.items()
    for alias in aliases.split()
}  # fmt: skip
"""The full form by the short one: "bill" is "william"."""
