-- Why: whether the members of a cluster are near each other is an indicator of the direction "concentration on one territory".
-- A place of work is declared with a paper and counts before the legal address of an extract; both are read by municipal
-- area, and those of Moscow by administrative district.
create table cluster.municipality (
    name     text not null constraint municipality_exists primary key,        -- in capitals, as extracts write it without its kind
    district text not null
);
insert into cluster.municipality (name, district)
select upper(trim(n.name)), m.district
  from (values
    ('ЦАО', 'Арбат, Басманный, Замоскворечье, Красносельский, Мещанский, Пресненский, Таганский, Тверской, Хамовники, Якиманка'),
    ('САО', 'Аэропорт, Беговой, Бескудниковский, Войковский, Восточное Дегунино, Головинский, Дмитровский, Западное Дегунино, Коптево, Левобережный, Молжаниновский, Савеловский, Сокол, Тимирязевский, Ховрино, Хорошевский'),
    ('СВАО', 'Алексеевский, Алтуфьевский, Бабушкинский, Бибирево, Бутырский, Лианозово, Лосиноостровский, Марфино, Марьина Роща, Останкинский, Отрадное, Ростокино, Свиблово, Северный, Северное Медведково, Южное Медведково, Ярославский'),
    ('ВАО', 'Богородское, Вешняки, Восточный, Восточное Измайлово, Гольяново, Ивановское, Измайлово, Косино-Ухтомский, Метрогородок, Новогиреево, Новокосино, Перово, Преображенское, Северное Измайлово, Соколиная Гора, Сокольники'),
    ('ЮВАО', 'Выхино-Жулебино, Капотня, Кузьминки, Лефортово, Люблино, Марьино, Некрасовка, Нижегородский, Печатники, Рязанский, Текстильщики, Южнопортовый'),
    ('ЮАО', 'Бирюлево Восточное, Бирюлево Западное, Братеево, Даниловский, Донской, Зябликово, Москворечье-Сабурово, Нагатино-Садовники, Нагатинский Затон, Нагорный, Орехово-Борисово Северное, Орехово-Борисово Южное, Царицыно, Чертаново Северное, Чертаново Центральное, Чертаново Южное'),
    ('ЮЗАО', 'Академический, Гагаринский, Зюзино, Коньково, Котловка, Ломоносовский, Обручевский, Северное Бутово, Теплый Стан, Черемушки, Южное Бутово, Ясенево'),
    ('ЗАО', 'Внуково, Дорогомилово, Крылатское, Кунцево, Можайский, Ново-Переделкино, Очаково-Матвеевское, Проспект Вернадского, Раменки, Солнцево, Тропарево-Никулино, Филевский Парк, Фили-Давыдково'),
    ('СЗАО', 'Куркино, Митино, Покровское-Стрешнево, Северное Тушино, Строгино, Хорошево-Мневники, Щукино, Южное Тушино'),
    ('ЗелАО', 'Крюково, Матушкино, Савелки, Силино, Старое Крюково'),
    ('НАО', 'Внуковское, Воскресенское, Десеновское, Кокошкино, Марушкинское, Московский, Мосрентген, Рязановское, Сосенское, Филимонковское, Щербинка'),
    ('ТАО', 'Вороновское, Киевский, Кленовское, Краснопахорское, Михайлово-Ярцевское, Новофедоровское, Первомайское, Роговское, Троицк, Щаповское')
  ) as m (district, names)
 cross join lateral regexp_split_to_table(m.names, ',') n (name);

-- Where an enterprise works, as it declares with a paper.
create table cluster.site (
    row_id          bigint generated always as identity primary key,
    id              uuid not null,                       -- the same for all rows that speak of one declaration
    inn             text collate "C" not null,
    address         text not null,
    municipality    text constraint municipality_unknown references cluster.municipality,
    document_title  text not null,
    document_number text,
    document_on     date not null,
    valid_from      date not null,
    valid_until     date,
    recorded_by     bigint not null constraint site_change_unknown references platform.change,
    superseded_by   bigint constraint site_supersession_unknown references platform.change,
    constraint period_empty check (valid_from < valid_until),
    constraint site_overlaps
        exclude using gist (inn with =, daterange(valid_from, valid_until) with &&)
        where (superseded_by is null)
);
create index site_of on cluster.site (inn);
grant update (superseded_by) on cluster.site to ${appRole};
grant usage on sequence cluster.site_row_id_seq to ${appRole};
