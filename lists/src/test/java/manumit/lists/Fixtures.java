package manumit.lists;

import java.util.LinkedHashMap;
import java.util.Map;

/// One small text of every format. Everybody in them is invented.
final class Fixtures {

    static final String OFAC_SDN =
            """
            101,"VARENNE, Halima Example","individual","TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 10 Dec 1958; alt. DOB circa 1957; POB Port Example, Nigeria; nationality Nigeria; alt. nationality Korea, North; Gender Female; Passport A1234567 (Nigeria) issued 10 Jul 1998 expires 10 Jul 2008; National ID No. 660000 73767 (Belgium); a.k.a. 'THE SAMPLE'; a.k.a. 'MERU, Little'; Linked To: SAMPLE TRADING CO."
            102,"SAMPLE TRADING CO., LTD.",-0- ,"TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Tax ID No. 99-123 (Panama); Website www.example.org."
            103,"EXAMPLE STAR","vessel","TEST",-0- ,"5ABC","Tanker",-0- ,-0- ,"Panama",-0- ,"Vessel Registration Identification IMO 9100000; MMSI 352000000."
            104,"EP-XYZ","aircraft","TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Aircraft Manufacturer's Serial Number (MSN) 99999; Aircraft Tail Number EP-XYZ."
            """
                    + "\u001a";

    static final String OFAC_ALT =
            """
            101,1,"aka","VAREN, Halimah",-0-
            101,2,"fka","OSTRO, Halima",-0-
            102,3,"aka","SAMTRADE",-0-
            """;

    static final String OFAC_ADD =
            """
            101,25,-0- ,"Port Example","Nigeria",-0-
            """;

    static final String US =
            """
            _id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids
            0a1b2c,Denied Persons List (DPL) - Bureau of Industry and Security,,,,JORUN EXAMPLESEN,,"1 SAMPLE ROAD,
            PORT EXAMPLE",,2003-06-19,2056-06-29,Y,,,,,,,,,,http://example.org,,,,,,http://example.org,
            501,Specially Designated Nationals (SDN) - Treasury Department,501,Individual,TEST,"VARENNE, Halima Example",,,,,,,,,,,,,,,,http://example.org,"VAREN, Halimah; THE SAMPLE",BE,1958-12-10; circa 1957,NG; KP,"Port Example, Nigeria",http://example.org,"NG, 1998-07-10, 2008-07-10, A1234567, Passport; Female, Gender; www.example.org, Website"
            501,Sectoral Sanctions Identifications List (SSI) - Treasury Department,501,Entity,TEST,SAMPLE TRADING CO.,,,,,,,,,,,,,,,,http://example.org,,,,,,http://example.org,
            """;

    static final String UN =
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z">
              <INDIVIDUALS>
                <INDIVIDUAL>
                  <DATAID>1</DATAID>
                  <FIRST_NAME>HALIM</FIRST_NAME>
                  <SECOND_NAME>SAMPLE</SECOND_NAME>
                  <THIRD_NAME>VARENNE</THIRD_NAME>
                  <FOURTH_NAME>na</FOURTH_NAME>
                  <REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER>
                  <GENDER>Male</GENDER>
                  <NATIONALITY>
                    <VALUE>Iran (Islamic Republic of)</VALUE>
                    <VALUE>Trinidad and Tobago</VALUE>
                  </NATIONALITY>
                  <INDIVIDUAL_ALIAS>
                    <QUALITY>Good</QUALITY>
                    <ALIAS_NAME>Halim Varen, born 1 Jan. 1953 (Examplian passport no.03825239, date of issue 4 May 2014)</ALIAS_NAME>
                  </INDIVIDUAL_ALIAS>
                  <INDIVIDUAL_ALIAS>
                    <QUALITY>Low</QUALITY>
                    <ALIAS_NAME>Abu Sample (original script: Абу Пример)</ALIAS_NAME>
                  </INDIVIDUAL_ALIAS>
                  <INDIVIDUAL_ALIAS>
                    <QUALITY>Good</QUALITY>
                    <ALIAS_NAME>Halim Ostro (previously listed as)</ALIAS_NAME>
                    <NOTE>previously listed as</NOTE>
                  </INDIVIDUAL_ALIAS>
                  <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
                  <INDIVIDUAL_DATE_OF_BIRTH>
                    <TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1954-03-07</DATE>
                  </INDIVIDUAL_DATE_OF_BIRTH>
                  <INDIVIDUAL_DATE_OF_BIRTH>
                    <TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1955</YEAR>
                  </INDIVIDUAL_DATE_OF_BIRTH>
                  <INDIVIDUAL_DATE_OF_BIRTH>
                    <TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1950</FROM_YEAR><TO_YEAR>1956</TO_YEAR>
                  </INDIVIDUAL_DATE_OF_BIRTH>
                  <INDIVIDUAL_PLACE_OF_BIRTH>
                    <CITY>Port Example</CITY><COUNTRY>Nigeria</COUNTRY>
                  </INDIVIDUAL_PLACE_OF_BIRTH>
                  <INDIVIDUAL_DOCUMENT>
                    <TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT>
                    <NUMBER>H 236483 (Expires 18 Jun. 2018)</NUMBER>
                    <ISSUING_COUNTRY>Democratic People's Republic of Korea</ISSUING_COUNTRY>
                  </INDIVIDUAL_DOCUMENT>
                  <NAME_ORIGINAL_SCRIPT>حليم مثال</NAME_ORIGINAL_SCRIPT>
                </INDIVIDUAL>
              </INDIVIDUALS>
              <ENTITIES>
                <ENTITY>
                  <DATAID>2</DATAID>
                  <FIRST_NAME>SAMPLE TRADING COMPANY, LTD</FIRST_NAME>
                  <REFERENCE_NUMBER>XXe.001</REFERENCE_NUMBER>
                  <ENTITY_ALIAS>
                    <QUALITY>a.k.a.</QUALITY>
                    <ALIAS_NAME>Leader (Port Example) Trading</ALIAS_NAME>
                  </ENTITY_ALIAS>
                </ENTITY>
              </ENTITIES>
            </CONSOLIDATED_LIST>
            """;

    static final String EU =
            """
            celex,recordId,programKey,annex,measure,startDate,reason,schema,name,alias,weakAlias,previousName,country,nationality,birthDate,birthPlace,passportNumber,gender,appearance,ethnicity,idNumber
            32099R0001,1,EU-TEST,I,Asset freeze,17.3.2014,"Secret ""reason"" text",Person,Viktar Example PETRAU (Viktar PETROU),Виктор ПЕТРОВ; ‘Sample’; Pyotr VARENNE (born OSTRO),Vitya,,,"(a) German, (b) Moroccan","(a) 3.3.1965, (b) 1966; approximately 1967","Minsk, former USSR (now Belarus)","(a) Philippines number EC6530802 (expires 19.1.2021), (b) A54062245 (Iran), expires 12.7.2026",male,tall,none,"7301 420589"
            32099R0001,,EU-TEST,I,Asset freeze,17.3.2014,,LegalEntity,"Sample Trading, LLC",ООО ‘Пример’,,,,,,,,,,,
            """;

    static final String FTM =
            """
            {"id":"p-1","schema":"Passport","properties":{"holder":["x-1"],"number":["A1234567"],"country":["ng"]}}
            {"id":"x-1","schema":"Person","caption":"Halima Varenne","datasets":["sample_list"],"properties":{"name":["Halimah Varen","Halima Varenne","Халима Варен"],"firstName":["Halima"],"lastName":["Varenne"],"alias":["Lima"],"weakAlias":["Little"],"previousName":["Halima Ostro"],"birthDate":["1958-12-10","1957"],"nationality":["ng","Korea, North"],"gender":["female"],"birthPlace":["Port Example"],"passportNumber":["A1234567"],"idNumber":["66-73767"],"religion":["none"],"ethnicity":["none"]}}
            {"id":"i-1","schema":"Identification","properties":{"holder":["x-1"],"number":["778899"],"type":["Driver's licence"],"country":["be"]}}
            {"id":"x-2","schema":"Company","properties":{"name":["Sample Trading, LLC"],"registrationNumber":["5551"],"jurisdiction":["pa"]}}
            {"id":"x-3","schema":"Vessel","properties":{"name":["Example Star"],"imoNumber":["IMO 9100000"],"flag":["pa"]}}
            {"id":"x-4","schema":"Person","properties":{"name":["Jorun Examplesen"],"passportEntity":[{"id":"p-4","schema":"Passport","properties":{"number":["N555"],"country":["no"]}}]}}
            {"id":"a-1","schema":"Address","properties":{"full":["1 Sample Road"]}}
            """;

    static final String OWN_CSV =
            """
            id,kind,name,given_names,family_name,aliases,birth_date,sex,nationality,birth_place,document_number,document_type,document_country,list
            7,person,,Halima,Varenne,"Lima|VAREN, Halimah",1958-12-10|c. 1957,F,NGA|Belgique,Port Example,A1234567|778899,passport|driving_licence,NG|BE,
            8,organisation,"Sample Trading, LLC",,,,,,,,,,,other-list
            9,vessel,Example Star,,,,,,PA,,9100000,registration,,
            """;

    static final String OWN_NDJSON =
            """
            {"id":"7","given_names":"Halima","family_name":"Varenne","aliases":["Lima","Халима"],"birth_date":["1958-12-10","c. 1957"],"sex":"F","nationality":"NGA|BE","document_number":"A1234567","document_type":"passport","document_country":"NG"}
            {"id":8,"kind":"organisation","name":"Sample Trading, LLC","list":"other-list"}
            """;

    static final String TRAVELLERS =
            """
            id;name;given_names;family_name;birth_date;sex;nationality;document_number;document_type;document_country
            t1;"VARENNE, Halima";;;1958-12-10;F;NGA;A1234567;passport;NG
            t2;;Jorun;Examplesen;c. 1964;M;Norvège;;;
            ;Meru Sample;;;1964;;;;;
            """;

    static final String PAIRS =
            """
            id,left_name,right_name,left_birth_date,right_birth_date,left_nationality
            1,Halima Varenne|Lima,Halimah Varen,1958-12-10,1958,NG
            2,Jorun Examplesen,Meru Sample,,,
            """;

    private Fixtures() {}

    /// The list formats that are read alone, by a file name.
    static Map<String, String> lists() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("sdn.csv", OFAC_SDN);
        lists.put("us.csv", US);
        lists.put("un.xml", UN);
        lists.put("eu.csv", EU);
        lists.put("ftm.json", FTM);
        lists.put("own.csv", OWN_CSV);
        lists.put("own.json", OWN_NDJSON);
        return lists;
    }
}
