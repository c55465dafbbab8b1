import { createDataTypeNameLookup, createListFormatter, createPluralFormatter } from '../formatters.js';
import type { TitledMessage, PartialMessages } from '../messages.js';

/** The lender's name, or a phrase for the lender if there is none. */
const we = (lender: string): string => lender || 'Esta instituição';

const away: TitledMessage = {
  title: 'Este serviço não está acessível no momento',
  advice: 'Nada se perde. Tente novamente em instantes.',
};

const wrong: TitledMessage = {
  title: 'Ocorreu um problema',
  advice: 'Se acontecer de novo, entre em contato com o suporte.',
};

/** The phrase for a person's platform, by source type. */
const possessions: Readonly<Record<string, string>> = {
  Accounting: 'seu software de contabilidade',
  Banking: 'seu banco',
  Commerce: 'sua loja',
};

const list = createListFormatter('pt');

function connect(sourceTypes: readonly string[]): string {
  const known = sourceTypes.flatMap((type) => possessions[type] ?? []);
  return `Conecte ${known.length > 0 ? list(known) : 'sua empresa'}`;
}

/** A list of data types in the middle of a sentence, so in lower case. */
const row = (types: readonly string[]): string =>
  list(types.map((type) => type.charAt(0).toLowerCase() + type.slice(1)));

const dataType = createDataTypeNameLookup(
  {
    accountTransactions: 'Movimentações contábeis',
    balanceSheet: 'Balanço patrimonial',
    bankAccounts: 'Contas bancárias',
    bankTransactions: 'Transações bancárias',
    billCreditNotes: 'Notas de crédito de fornecedores',
    billPayments: 'Pagamentos a fornecedores',
    bills: 'Faturas de fornecedores',
    cashFlowStatement: 'Demonstração de fluxo de caixa',
    chartOfAccounts: 'Plano de contas',
    company: 'Dados da empresa',
    creditNotes: 'Notas de crédito',
    customers: 'Clientes',
    directCosts: 'Compras à vista',
    directIncomes: 'Vendas à vista',
    invoices: 'Faturas de venda',
    itemReceipts: 'Recebimentos de mercadorias',
    items: 'Itens',
    journalEntries: 'Lançamentos contábeis',
    journals: 'Livros diários',
    paymentMethods: 'Formas de pagamento',
    payments: 'Pagamentos',
    profitAndLoss: 'Demonstração de resultados',
    purchaseOrders: 'Pedidos de compra',
    salesOrders: 'Pedidos de venda',
    suppliers: 'Fornecedores',
    taxRates: 'Alíquotas de impostos',
    trackingCategories: 'Centros de custo e categorias',
    transfers: 'Transferências',
    'banking-accountBalances': 'Saldos das contas',
    'banking-accounts': 'Contas bancárias',
    'banking-transactionCategories': 'Categorias de transações',
    'banking-transactions': 'Transações bancárias',
    companyInfo: 'Dados da loja',
    disputes: 'Contestações',
    locations: 'Locais',
    orders: 'Pedidos',
    productCategories: 'Categorias de produtos',
    products: 'Produtos',
    taxComponents: 'Impostos',
    transactions: 'Transações',
  },
  'Outros dados',
);

/**
 * Portuguese as in Brazil, which `pt` means without a region (Unicode CLDR, likely subtags). A draft until someone whose
 * language it is signs for it in this line.
 */
export const pt = {
  common: {
    loading: 'Carregando',
    tryAgain: 'Tentar novamente',
    reload: 'Recarregar a página',
    signIn: 'Entrar',
    away: 'Este serviço não está acessível no momento.',
    opening: (platform) => `Abrindo ${platform}`,
  },
  copying: {
    reference: (id) => `Referência ${id}`,
    copy: 'Copiar',
    copied: 'Copiado',
    notCopied: 'Seu navegador não copia o texto. Selecione e copie manualmente.',
  },
  errors: {
    'signed-out': {
      title: 'Sua sessão foi encerrada',
      advice: 'Entre novamente para continuar de onde parou.',
    },
    token: away,
    refused: {
      title: 'Você não tem acesso a isto',
      advice: 'Entre em contato com o suporte para obter acesso.',
    },
    missing: {
      title: 'Isto não está mais aqui',
      advice: 'Entre em contato com o suporte se ainda deveria estar.',
    },
    outdated: { title: 'Esta página está desatualizada', advice: 'Recarregue-a para continuar.' },
    rejected: wrong,
    busy: {
      title: 'Há muitas solicitações no momento',
      advice: 'Espere um minuto e tente novamente.',
    },
    unavailable: away,
    slow: {
      title: 'Isto está demorando demais no momento',
      advice: 'Nada se perde. Tente novamente em instantes.',
    },
    unreachable: away,
    offline: {
      title: 'Não há conexão com a internet',
      advice: 'Verifique sua rede e tente novamente.',
    },
    unreadable: wrong,
    declined: {
      title: 'A plataforma informou um problema',
      advice: 'Nada foi conectado. Tente novamente ou escolha outra plataforma.',
    },
    unsupported: {
      title: 'Esta plataforma não pode ser conectada aqui',
      advice: 'Escolha outra ou entre em contato com o suporte.',
    },
  },
  sourceTypes: {
    Accounting: 'Contabilidade',
    Banking: 'Bancos',
    BankFeed: 'Extratos bancários',
    Commerce: 'Lojas e pagamentos',
    Expense: 'Despesas',
    Other: 'Outras',
    Unknown: 'Outras',
  },
  platformPicker: {
    heading: connect,
    search: 'Procurar sua plataforma',
    results: createPluralFormatter('pt', { one: '# plataforma', other: '# plataformas' }),
    resultsFor: (results, query) => `${results} para ${query}`,
    moreResults: createPluralFormatter('pt', { other: 'e mais #: continue digitando' }),
    showAll: createPluralFormatter('pt', { other: 'Mostrar todas (#)' }),
    none: 'No momento não há nada para conectar aqui.',
    noneFor: (query) =>
      `Nenhum resultado para “${query}”. Verifique a ortografia ou tente um nome mais curto.`,
    mostUsed: 'Mais usadas',
    marks: { connected: 'Conectada', pending: 'Concluir a conexão', failed: 'Tentar novamente' },
    required: (types) => `${connect(types)} para continuar.`,
  },
  preparing: {
    alreadyConnected: (platform, lender) => ({
      title: `A conexão com ${platform} está ativa`,
      advice: `Só uma plataforma de contabilidade pode ficar conectada por vez. Se você trocar, ${lender || 'esta instituição'} mantém o que já leu.`,
    }),
    replace: (connected, wanted) => `Desconectar ${connected} e conectar ${wanted}`,
    heading: (platform) => `Conectar ${platform}`,
    needsHeading: 'Antes de começar',
    needsThere: 'O que você precisa ter lá',
    copyKey: 'Copiar a chave de licença',
    needs: {
      administrator: (platform) => `Você entra em ${platform} como administrador.`,
      companyAdministrator: (platform) =>
        `Você entra em ${platform} como administrador principal ou administrador da empresa.`,
      adminApproval: () =>
        'Talvez seu administrador da Microsoft precise aprovar isto primeiro. Depois, comece de novo.',
      staffPermissions: (platform) =>
        `Sua conta em ${platform} tem as permissões “Enable app development” e “Develop apps”.`,
      windowsComputer: (platform) =>
        `Você está no computador Windows em que ${platform} funciona. Em um Mac não é possível.`,
      windowsAdministrator: () => 'Você pode instalar programas nesse computador.',
      ownComputer: (platform) =>
        `${platform} funciona no próprio computador e não em um serviço de hospedagem como Online50.`,
      installer: () => 'Você baixa um pequeno programa e o instala nesse computador.',
      orHosted: () => 'Não há nada para instalar se você usa QuickBooks Enterprise Cloud ou Rightworks.',
      licenceKey: () => 'O programa pede uma chave de licença. Você a copia desta página.',
      companyOpen: (platform) => `${platform} está aberto, e você entrou na empresa que quer conectar.`,
      fileUser: (platform) => `Você sabe o nome e a senha de um usuário de ${platform} que pode ler tudo.`,
      accountRightFileUser: () =>
        'Para um arquivo do AccountRight, você sabe o nome de usuário e a senha dele, que Codat pede e guarda.',
      onlineFile: () => 'O arquivo da sua empresa está on-line, não só em um computador.',
      bundle: (platform) =>
        `Você instala o pacote “AppLink” em ${platform} e ativa quatro dos seus recursos.`,
      extension: (platform) =>
        `A extensão “App Link” da Codat está instalada em ${platform}. Enquanto isso, a página pode recarregar sozinha.`,
      subsidiary: () => 'Você escolhe a conta de produção e uma única subsidiária.',
      webServices: (platform) => `Você ativa os serviços web em ${platform}.`,
      webServicesUser: () =>
        'Você cria um usuário de serviços web e informa o nome e a senha dele com o ID da sua empresa.',
      entityAccess: (platform) => `O acesso por entidade está ativado em ${platform}.`,
      storeAddress: () => 'Você sabe o endereço da sua loja na internet.',
      storeName: () => 'Você sabe o nome da sua loja: o que vem antes de .myshopify.com no endereço.',
      ownApp: () =>
        'Você cria um aplicativo próprio no Dev Dashboard da Shopify, instala-o e copia o ID do cliente e o segredo.',
      apiAccount: (platform) =>
        `Você cria uma conta de API da loja em ${platform} e copia quatro valores. Eles são mostrados uma única vez.`,
      onePerRegion: () =>
        'Cada mercado é conectado separadamente. Repita a conexão para cada região em que você vende.',
      bank: (platform) => `Você escolhe seu banco em ${platform} e, a partir dali, entra nele.`,
      every90Days: () => 'A cada 90 dias você precisa confirmar.',
      noTrial: () => 'Uma conta de teste não pode ser conectada.',
      notSelfEmployed: () => 'QuickBooks Self-Employed não pode ser conectado.',
      notClassic: () => 'FreshBooks Classic não pode ser conectado.',
      standardOnline: () =>
        'Você usa a edição Standard on-line. Sage 200 Professional não pode ser conectado.',
    },
    password: {
      platform: (platform, lender) =>
        `Você entra na página de ${platform}. ${we(lender)} nunca vê sua senha.`,
      codat: (platform, lender) =>
        `Você informa seus dados de acesso a ${platform} em uma página da Codat, que lê seus dados para ${lender || 'esta instituição'}.`,
      connector: (platform) =>
        `Você digita sua senha de ${platform} no programa que instala, nunca nesta página.`,
    },
    lasts: ({ from, to }) => `Leva de ${from} a ${to} minutos.`,
    firstData: {
      overnight: (platform) =>
        `Os primeiros dados podem chegar só à noite, entre 19h e 7h, com o computador ligado. ${platform} não pode ser usado durante a leitura.`,
      whileComputerIsOn: (platform) =>
        `Os primeiros dados chegam em até meia hora, com o computador em que ${platform} funciona ligado.`,
    },
    onPhone: {
      'computer-advised': (platform) => ({
        title: 'Isto é mais fácil em um computador',
        advice: `As páginas de ${platform} são difíceis de usar em uma tela pequena. Envie o link para o seu computador ou continue aqui.`,
      }),
      'windows-only': (platform) => ({
        title: `Continue no computador em que ${platform} funciona`,
        advice: `${platform} não pode ser conectado a partir de um celular. Envie o link para esse computador e abra-o nele.`,
      }),
    },
    agreeFirst: 'Marque a caixa para continuar.',
    agreeAgain: 'Este texto mudou. Leia-o e marque a caixa para continuar.',
    sendToComputer: 'Enviar o link para o meu computador',
    continueTo: (platform) => `Continuar para ${platform}`,
    back: 'Voltar a todas as plataformas',
  },
  sharing: {
    ask: 'Outra pessoa entra nela?',
    choose: 'Escolha a plataforma que essa pessoa usa. Você recebe um link para enviar a ela.',
    myself: 'Eu tenho os dados de acesso',
    heading: (platform) => `Enviar um link para ${platform}`,
    explains: (platform, lender) => [
      `Quem tem os dados de acesso abre o link e entra em ${platform}. Você não precisa da senha dessa pessoa, e ela não vê nada da sua solicitação.`,
      `O link mostra que ${lender || 'a instituição'} fez o pedido. Ele funciona por tempo limitado, e você pode revogá-lo.`,
    ],
    get: 'Criar o link',
    making: { title: 'Criando o link', advice: '' },
    send: 'Enviar o link',
    standings: {
      open: (platform) => ({
        title: `Envie este link para quem tem os dados de acesso a ${platform}`,
        advice: 'Esta página mostra quando terminar. Você pode sair dela: o link continua funcionando.',
      }),
      used: (platform) => ({
        title: `Alguém está entrando em ${platform}`,
        advice: 'Seu link foi aberto, mas o acesso ainda não foi concluído. Até lá ele continua funcionando.',
      }),
      connected: (platform) => ({
        title: `A conexão com ${platform} está ativa`,
        advice: 'Você pode desconectar a qualquer momento.',
      }),
      withdrawn: (platform) => ({
        title: `O link para ${platform} foi revogado`,
        advice: 'Ninguém mais pode entrar por ele.',
      }),
      expired: (platform) => ({
        title: `O link para ${platform} expirou`,
        advice: 'Ninguém concluiu o acesso por ele. Crie outro para enviar.',
      }),
      Unknown: (platform) => ({
        title: `No momento não é possível saber como está o link para ${platform}`,
        advice: 'Recarregue esta página para ver.',
      }),
    },
    link: 'O link para enviar',
    copy: 'Copiar o link',
    mail: 'Enviar por e-mail',
    subject: (platform, lender) => `${we(lender)} pede para conectar ${platform}`,
    body: (platform, lender, { url, until }) =>
      [
        'Olá,',
        `${we(lender)} pede para ler nossos dados em ${platform}, e você tem os dados de acesso. Abra este link e entre na plataforma:`,
        url,
        ...(until ? [`Ele funciona até ${until}.`] : []),
        'A senha é digitada na própria plataforma: nem a instituição nem eu a vemos.',
      ].join('\n\n'),
    until: (date) => `Funciona até ${date}`,
    again: 'Criar outro link',
    sent: 'Seus links',
    statuses: {
      open: 'Ainda não aberto',
      used: 'Aberto, não concluído',
      connected: 'Conectada',
      withdrawn: 'Revogado',
      expired: 'Expirado',
      Unknown: 'Não se sabe',
    },
    withdraw: 'Revogar',
    withdrawFor: (platform) => `Revogar o link para ${platform}`,
    tooMany: {
      title: 'Já existem muitos links',
      advice: 'Revogue um de que não precisa mais e depois crie outro.',
    },
  },
  journey: {
    creating: { title: 'Preparando', advice: 'A página de acesso abre em instantes.' },
    authorizing: (platform, openedIn) => ({
      title: `Conclua o acesso em ${platform}`,
      advice:
        openedIn === 'tab'
          ? 'Você faz isso nesta aba e depois volta para cá.'
          : `${openedIn === 'host' ? 'A página para isso foi aberta.' : 'Uma janela foi aberta para isso.'} Esta página avança sozinha quando você terminar.`,
    }),
    blocked: (platform) => ({
      title: `Continue para ${platform}`,
      advice: 'Seu navegador bloqueou a janela de acesso. Continue nesta aba; depois você volta para cá.',
    }),
    continueTo: (platform) => `Continuar para ${platform}`,
    confirming: (platform) => ({
      title: `Verificando com ${platform}`,
      advice: 'Isto leva alguns segundos.',
    }),
    connected: (platform, organisation) => ({
      title: `A conexão com ${organisation ?? platform} está ativa`,
      advice: organisation
        ? `Por meio de ${platform}. Você pode desconectar a qualquer momento.`
        : 'Você pode desconectar a qualquer momento.',
    }),
    intro: (lender) =>
      `Você entra na plataforma que usa e depois volta ${lender ? `ao site de ${lender}` : 'a esta página'}. Você pode desconectar a qualquer momento.`,
    reads: (lender, types, readsOnly) =>
      `${we(lender)} lê estes dados: ${row(types.map(dataType))}.${readsOnly ? ' Nada é alterado.' : ''} Você pode desconectar a qualquer momento.`,
    unsupported: (platform, lender) => ({
      title: `${platform} não pode ser conectada a ${lender || 'esta instituição'}`,
      advice: `Escolha outra plataforma ou entre em contato com ${lender || 'o suporte'}.`,
    }),
    failedAtPlatform: (platform) => ({
      title: `${platform} informou um problema`,
      advice: 'Nada foi conectado. Tente novamente ou escolha outra plataforma.',
    }),
    abandoned: {
      declined: (platform) => ({
        title: `Não há conexão com ${platform}`,
        advice: 'Você cancelou na página de acesso. Nada foi compartilhado.',
      }),
      returned: (platform) => ({
        title: `Ainda não há conexão com ${platform}`,
        advice: 'Você voltou antes de terminar. Comece de novo quando quiser.',
      }),
      cancelled: (platform) => ({
        title: `Não há conexão com ${platform}`,
        advice: 'Você parou antes de terminar. Pode retomar a qualquer momento.',
      }),
      expired: (platform) => ({
        title: `Ainda não há conexão com ${platform}`,
        advice:
          'O acesso levou mais de meia hora, por isso paramos de esperar. Comece de novo quando quiser.',
      }),
    },
    sameAsBefore: (organisation) =>
      organisation ? `Entre por ${organisation}, como antes.` : 'Entre pela mesma empresa de antes.',
    unsure: (previous, current) =>
      current
        ? 'Não podemos verificar se é a mesma empresa de antes. Se não for, desconecte-a e conecte de novo.'
        : `Não nos informam qual é a empresa${previous ? `; antes era ${previous}` : ''}. Se você entrou por outra, desconecte-a e conecte de novo.`,
    comparing: (platform, previous, current) => ({
      title: `Você entrou por ${current}`,
      advice: `Antes, ${platform} estava conectado por ${previous}. Continue com ${current}, ou desconecte e entre mais uma vez.`,
    }),
    carryOn: (organisation) => `Continuar com ${organisation}`,
    onceMore: 'Desconectar e entrar mais uma vez',
    inApp:
      'Esta página está aberta dentro de outro aplicativo. Algumas plataformas não permitem entrar por ele, então abra a página no seu navegador.',
    openInBrowser: 'Abrir no navegador',
    notListed: 'Não encontrou a sua?',
    otherWays: (lender) => `Pergunte a ${lender || 'esta instituição'} o que você pode enviar em vez disso.`,
    startAgain: 'Começar de novo',
    showWindow: 'Mostrar a janela',
    openAgain: 'Abrir uma nova janela de acesso',
    signInHost: (host) => `A página de acesso fica em ${host}.`,
    pasteLink: 'Copie o link, abra o Safari ou o Chrome e cole o link lá.',
    openHere: 'Abrir nesta aba',
    cancel: 'Cancelar',
    status: 'Conectada',
    leave: {
      connected: 'Concluir',
      change: 'Trocar',
      another: 'Conectar outra',
      platforms: 'Escolher outra plataforma',
      away: 'Fechar',
    },
  },
  connectionList: {
    heading: 'Suas conexões',
    empty: 'Nada está conectado ainda.',
    choose: 'Escolher o que conectar',
    search: 'Procurar uma conexão',
    results: createPluralFormatter('pt', { one: '# conexão', other: '# conexões' }),
    noneFor: (query) => `Nenhum resultado para “${query}”. Tente um nome mais curto.`,
    unreadable: createPluralFormatter('pt', {
      one: '# não pode ser mostrada.',
      other: '# não podem ser mostradas.',
    }),
    needsPerson: 'Para você fazer',
    statuses: {
      Linked: 'Conectada',
      PendingAuth: 'A concluir',
      Failed: 'Não foi possível conectar',
      Deauthorized: 'Acesso perdido',
      Unlinked: 'Desconectada',
      ReadOnce: 'Lida uma vez',
      Unknown: 'A verificar',
    },
    whys: {
      unfinished: (platform) => `Você não concluiu o acesso em ${platform}. Nada é compartilhado ainda.`,
      declined: (platform) => `O acesso em ${platform} foi cancelado. Nada é compartilhado ainda.`,
      failed: (platform, lender) =>
        `${platform} informou um problema durante o acesso. Se acontecer de novo, entre em contato com ${lender || 'o suporte'}.`,
      unsupported: (platform, lender, canChoose) =>
        `${platform} não pode ser conectado aqui. ${canChoose ? 'Escolha outra plataforma ou entre' : 'Entre'} em contato com ${lender || 'o suporte'}.`,
      lost: (platform, lender) =>
        `${platform} não permite mais a leitura por ${lender || 'esta instituição'}. O acesso expirou ou foi encerrado na plataforma.`,
      readOnce: (platform, lender) =>
        `${we(lender)} leu ${platform} e não lê nada de novo. Se isso não era o previsto, entre em contato com ${lender || 'o suporte'}.`,
      unlinked: (_, lender) => `${we(lender)} mantém o que já leu e não lê nada de novo.`,
      unknown: (platform, lender) =>
        `Há algo a verificar em ${platform}. Entre em contato com ${lender || 'o suporte'} para saber o que é.`,
    },
    since: (date) => `desde ${date}`,
    read: (ago) => `leitura: ${ago}`,
    ways: {
      finish: { short: 'Concluir', whole: (platform) => `Concluir a conexão com ${platform}` },
      tryAgain: {
        short: 'Tentar novamente',
        whole: (platform) => `Tentar novamente conectar ${platform}`,
      },
      reconnect: { short: 'Reconectar', whole: (platform) => `Reconectar ${platform}` },
      choose: { short: 'Escolher outra', whole: (platform) => `Escolher outra no lugar de ${platform}` },
    },
    more: (platform) => `Mais sobre ${platform}`,
    actions: { disconnect: 'Desconectar', delete: 'Excluir' },
    under: {
      disconnect: (platform) => `Desconectando ${platform}`,
      delete: (platform) => `Excluindo ${platform}`,
    },
    done: {
      disconnect: (platform, lender) =>
        `A conexão com ${platform} foi desfeita. ${we(lender)} mantém o que já leu e não lê nada de novo.`,
      delete: (platform, lender) =>
        `A conexão com ${platform} foi excluída. ${we(lender)} não pode mais ler os dados dela por meio da Codat.`,
    },
    changed: (platform, status) => `${platform}: ${status}`,
    ofOrganisation: (platform, organisation) => `${platform} (${organisation})`,
    connectAnother: { Banking: 'Conectar outro banco', Commerce: 'Conectar outra loja' },
    details: {
      show: 'Detalhes',
      hide: 'Ocultar detalhes',
      heading: (platform) => `Detalhes de ${platform}`,
      organisation: 'Empresa',
      unnamed: (platform) => `Não informada por ${platform}`,
      since: 'Conectada desde',
      begun: 'Iniciada em',
      lastRead: 'Última leitura',
      never: 'Ainda não',
      dataTypes: 'O que é lido',
      noDataTypes: 'Nada ainda',
      unreadable: 'Não é possível consultar isto no momento.',
      reference: 'Referência',
    },
    confirm: {
      disconnect: (platform, lender) => ({
        title: `Desconectar ${platform}?`,
        advice: `${we(lender)} mantém o que já leu e não lê nada de novo. Você pode reconectar a qualquer momento.`,
        yes: 'Desconectar',
        no: 'Manter conectada',
      }),
      delete: (platform, lender) => ({
        title: `Excluir a conexão com ${platform}?`,
        advice: `${we(lender)} não pode mais ler os dados desta conexão por meio da Codat. Isto não pode ser desfeito.`,
        yes: 'Excluir definitivamente',
        no: 'Manter',
      }),
    },
  },
  syncProgress: {
    heading: (platforms, reading) => {
      const what = reading ? 'Lendo seus dados' : 'Seus dados';
      return platforms.length > 0 ? `${what} de ${list(platforms)}` : what;
    },
    idle: 'Nada está sendo lido no momento.',
    progress: {
      waiting: 'Aguardando',
      reading: 'Lendo',
      ready: 'Pronto',
      failed: 'Não foi possível ler',
    },
    notOffered: (types, platform) => `${platform} não oferece estes dados: ${row(types)}.`,
    readingShare: (percent) => `Lendo, ${percent}`,
    pausedUntil: (when) => `Em pausa até ${when}`,
    count: (ready, all) => `${ready} de ${all} prontos`,
    reading: 'Isto leva alguns minutos. Você pode sair desta página; a leitura continua.',
    enough: 'O suficiente para começar. O resto chega em segundo plano; você pode sair desta página.',
    complete: 'Tudo o que pode ser lido foi lido.',
    partly: 'Todo o resto foi lido.',
    nothingRead: 'Não foi possível ler nada.',
    slow: {
      overnight: (platform) =>
        `${platform} é lido entre 19h e 7h, com o computador em que funciona ligado. Você pode sair desta página.`,
      whileComputerIsOn: (platform) =>
        `Começa quando o computador em que ${platform} funciona está ligado. Você pode sair desta página.`,
      afterInstalling: (platform) =>
        `Começa de 10 a 20 minutos depois da conexão, quando o que lê os dados está instalado em ${platform}. Você pode sair desta página.`,
    },
    troubles: {
      reconnect: (types, platform, lender) =>
        `${platform} não permite mais que ${lender || 'esta instituição'} leia estes dados: ${list(types)}. Reconecte para continuar.`,
      permission: (types, platform) =>
        `Quem entrou em ${platform} não pode ver estes dados: ${list(types)}. Peça a um administrador de ${platform} que permita.`,
      prerequisite: (types, platform, lender) =>
        `É preciso configurar algo em ${platform} antes que estes dados possam ser lidos: ${list(types)}. Entre em contato com ${lender || 'o suporte'} para saber o que é.`,
      later: (types, platform) =>
        `${platform} não forneceu estes dados: ${list(types)}. Pode fornecer na próxima consulta; você não precisa fazer nada.`,
      support: (types) =>
        `Não foi possível interpretar estes dados: ${list(types)}. A Codat acompanha isso; você não precisa fazer nada.`,
      stopped: (types, _, lender) =>
        `A leitura destes dados foi interrompida: ${list(types)}. Se isso não era o previsto, entre em contato com ${lender || 'o suporte'}.`,
    },
    older: 'O que foi lido antes ainda pode ser usado.',
    reconnect: (platform) => `Reconectar ${platform}`,
    dataType,
  },
  connectionResult: {
    checking: 'Verificando sua conexão',
    connected: (platform, lender) => ({
      title: `A conexão com ${platform} está ativa`,
      advice: `${we(lender)} já pode ler seus dados. Você pode desconectar a qualquer momento.`,
    }),
    declined: (platform) => ({
      title: `Não há conexão com ${platform}`,
      advice: 'Você cancelou na página de acesso. Nada foi compartilhado.',
    }),
    unsupported: (platform) => ({
      title: `${platform} não pode ser conectado aqui`,
      advice: 'Volte para escolher outra plataforma.',
    }),
    failed: (platform) => ({
      title: `Não há conexão com ${platform}`,
      advice: `${platform} informou um problema. Volte para tentar novamente.`,
    }),
    unfinished: (platform) => ({
      title: `Ainda não há conexão com ${platform}`,
      advice: 'Volte para concluir quando quiser.',
    }),
    shared: {
      connected: (platform) => ({
        title: `A conexão com ${platform} está ativa`,
        advice: 'Você pode fechar esta janela. Quem enviou o link vê isso automaticamente.',
      }),
      declined: (platform) => ({
        title: `Não há conexão com ${platform}`,
        advice: 'Você cancelou na página de acesso, e nada foi compartilhado. Seu link ainda funciona.',
      }),
      unsupported: (platform, lender) => ({
        title: `${platform} não pode ser conectado aqui`,
        advice: `${we(lender)} não pode usar esta plataforma. Avise quem enviou o link.`,
      }),
      failed: (platform) => ({
        title: `Não há conexão com ${platform}`,
        advice: `${platform} informou um problema. Abra seu link mais uma vez para tentar novamente.`,
      }),
      unfinished: (platform) => ({
        title: `Ainda não há conexão com ${platform}`,
        advice: 'Abra seu link mais uma vez para concluir.',
      }),
    },
    unknown: (lender) => ({
      title: 'Daqui não é possível saber o que aconteceu',
      advice: `Volte ${lender ? `ao site de ${lender}` : 'à página de onde veio'} para ver se a conexão existe.`,
    }),
    goBack: (lender) => (lender ? `Voltar ao site de ${lender}` : 'Voltar'),
    continueTo: (lender) => (lender ? `Continuar para ${lender}` : 'Continuar'),
    closing: 'Você pode continuar na outra janela. Esta se fecha sozinha.',
    leftOver: 'Você pode continuar na outra janela e fechar esta.',
    closeWindow: 'Fechar esta janela',
    cannotClose: 'Seu navegador mantém esta janela aberta. Você pode fechá-la.',
  },
  poweredByCodat: { label: 'Desenvolvido com Codat' },
} satisfies PartialMessages;
