"""The kinds of rules, a module for those that are alike. Each reads its keys once and then looks at documents."""
