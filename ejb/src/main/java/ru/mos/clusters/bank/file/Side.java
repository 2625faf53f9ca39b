package ru.mos.clusters.bank.file;

import java.io.Serializable;

/** The other side of a movement as the bank names it; what it does not say is empty. */
public record Side(String inn, String kpp, String name, String account, String bic, String bank)
        implements Serializable {}
