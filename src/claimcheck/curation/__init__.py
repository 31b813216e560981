"""Tools for those who keep an evidence base: counting, exchange with reference managers, skeletons, comparison."""
