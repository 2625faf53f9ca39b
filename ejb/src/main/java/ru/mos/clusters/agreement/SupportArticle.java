package ru.mos.clusters.agreement;

/** By which article of the Budget Code the money is given; the legal form of the recipient decides. */
public enum SupportArticle {
    /** To companies, entrepreneurs and other makers of goods and services; expense types 81x. */
    ARTICLE_78,
    /** To non-profit organisations that are no state institutions; expense types 63x. */
    ARTICLE_78_1
}
