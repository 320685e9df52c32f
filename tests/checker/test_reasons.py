"""What a rule answers: each sign with its rule, in the same order whatever the set's is."""

from checker.reasons import because_of, by_rule


def test_each_sign_comes_with_the_rule_in_the_order_of_the_alphabet():
    found = because_of("rule_one", {"x_b", "x_c", "x_a"})
    assert found == [("x_a", "rule_one"), ("x_b", "rule_one"), ("x_c", "rule_one")]
    assert because_of("rule_one", ()) == []


def test_signs_may_have_rules_of_their_own():
    rules = {"x_a": "rule_one", "x_b": "rule_two", "x_c": "rule_one"}
    assert by_rule(rules, {"x_b", "x_a"}) == [("x_a", "rule_one"), ("x_b", "rule_two")]
