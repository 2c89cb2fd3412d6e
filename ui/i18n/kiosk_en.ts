<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AccessBar</name>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>大字</source>
        <translation>Large text</translation>
    </message>
    <message>
        <source>高对比</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>往下移</source>
        <translation>Lower</translation>
    </message>
    <message>
        <source>朗读</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>请人帮忙</source>
        <translation>Get help</translation>
    </message>
    <message>
        <source>关上</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccessButton</name>
    <message>
        <source>已开</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskSlipPage</name>
    <message>
        <source>小票出来了吗？</source>
        <translation>Did your slip come out?</translation>
    </message>
    <message>
        <source>打印机没有回话，请您看一眼出票口</source>
        <translation>The printer does not answer. Please look at the slot.</translation>
    </message>
    <message>
        <source>没出来</source>
        <translation>It did not</translation>
    </message>
    <message>
        <source>出来了</source>
        <translation>It did</translation>
    </message>
    <message>
        <source>%1 秒后回首页，号先给您留着</source>
        <translation>Back to the start in %1 s. Your place is kept.</translation>
    </message>
</context>
<context>
    <name>BackButton</name>
    <message>
        <source>返回</source>
        <translation type="unfinished">Back</translation>
    </message>
</context>
<context>
    <name>BookingRow</name>
    <message>
        <source>%1 的预约，%2</source>
        <translation>Booking at %1: %2</translation>
    </message>
    <message>
        <source>到 %1 为止</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>到 %1 为止 · %2</source>
        <translation>until %1 · %2</translation>
    </message>
</context>
<context>
    <name>BookingsPage</name>
    <message>
        <source>先办哪个预约？</source>
        <translation>Which booking first?</translation>
    </message>
    <message>
        <source>您有 %1 个预约到时间了，点一下就取号</source>
        <translation>%1 bookings are due. Touch one for its number.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>都不是，另外取号</source>
        <translation>None of these, take a number</translation>
    </message>
</context>
<context>
    <name>BusyPage</name>
    <message>
        <source>大厅还没有回话</source>
        <translation>No answer yet</translation>
    </message>
    <message>
        <source>这次没取到号</source>
        <translation>No number this time</translation>
    </message>
    <message>
        <source>还在问，有了号马上打小票</source>
        <translation>Still asking. Your slip is printed as soon as there is a number.</translation>
    </message>
    <message>
        <source>请到服务台取号，一样排队</source>
        <translation>The service desk gives numbers too, in the same line.</translation>
    </message>
    <message>
        <source>服务台</source>
        <translation>Service desk</translation>
    </message>
    <message>
        <source>不想等？到服务台取号，一样排队</source>
        <translation>In a hurry? The service desk gives numbers too.</translation>
    </message>
    <message>
        <source>您没有弄错什么，服务台可以帮您</source>
        <translation>You did nothing wrong. The service desk can help.</translation>
    </message>
    <message>
        <source>返回重选</source>
        <translation>Choose again</translation>
    </message>
    <message>
        <source>好，我去服务台</source>
        <translation>I will go to the desk</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>只用来取号，用完马上清除</source>
        <translation>Used for your number only, then erased</translation>
    </message>
    <message>
        <source>不是您的证？</source>
        <translation>Not your card?</translation>
    </message>
    <message>
        <source>没带身份证？</source>
        <translation>No ID card with you?</translation>
    </message>
    <message>
        <source>不会弄？按右下角请人帮忙</source>
        <translation>Not sure how? Touch Get help.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>我要取号，证交给服务台</source>
        <translation>Take a number; card to the desk</translation>
    </message>
    <message>
        <source>不带证取号</source>
        <translation>No card</translation>
    </message>
    <message>
        <source>亮红棉码</source>
        <translation>Show code</translation>
    </message>
</context>
<context>
    <name>CardStrip</name>
    <message>
        <source>带身份证了？直接放到读卡区</source>
        <translation>Have your ID card? Put it on the reader</translation>
    </message>
    <message>
        <source>先放证、后选事项，都可以</source>
        <translation>Card first or service first, as you like</translation>
    </message>
    <message>
        <source>约好了？手机上的码对准扫码口也行</source>
        <translation>Booked? Hold your phone to the scanner</translation>
    </message>
</context>
<context>
    <name>CheckingPage</name>
    <message>
        <source>看到您的码了</source>
        <translation>Your code is here</translation>
    </message>
    <message>
        <source>读到您的身份证了</source>
        <translation>Your card has been read</translation>
    </message>
    <message>
        <source>正在查您的号…</source>
        <translation>Looking up your number…</translation>
    </message>
    <message>
        <source>正在查您的预约…</source>
        <translation>Looking up your bookings…</translation>
    </message>
    <message>
        <source>正在核验您的码…</source>
        <translation>Your code is being checked…</translation>
    </message>
    <message>
        <source>请稍等，不用按什么</source>
        <translation>Please wait, nothing to touch</translation>
    </message>
</context>
<context>
    <name>ClearedPage</name>
    <message>
        <source>谢谢，再见</source>
        <translation>Thank you, goodbye</translation>
    </message>
    <message>
        <source>您的信息已清除</source>
        <translation>Your information has been erased</translation>
    </message>
    <message>
        <source>请取回身份证</source>
        <translation>Please take your ID card</translation>
    </message>
</context>
<context>
    <name>CodeRefusedPage</name>
    <message>
        <source>没有码也能取号，一样排队</source>
        <translation>A number can be had without a code</translation>
    </message>
    <message>
        <source>%1 起可以报到：%2</source>
        <translation>Check-in from %1: %2</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>直接取号</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>%1 秒后返回，随时可以再扫</source>
        <translation>Back in %1 s. Scan again any time.</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>看一看，对不对</source>
        <translation>Is this right?</translation>
    </message>
    <message>
        <source>对了就按红色的「取号」</source>
        <translation>If so, touch the red button</translation>
    </message>
    <message>
        <source>替别人办</source>
        <translation>For another</translation>
    </message>
    <message>
        <source>%1 个窗口在办</source>
        <translation>%1 counters open</translation>
    </message>
    <message>
        <source>有需要就点一下</source>
        <translation>Touch what you need</translation>
    </message>
    <message>
        <source>身份证过期了，号照样给您</source>
        <translation>Your ID card has expired. You get a number all the same.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Take a number</translation>
    </message>
</context>
<context>
    <name>Curtain</name>
    <message>
        <source>打开画面</source>
        <translation>Show the picture</translation>
    </message>
    <message>
        <source>画面关着，按键和声音照常</source>
        <translation>The picture is off; keys and voice go on</translation>
    </message>
</context>
<context>
    <name>FootLine</name>
    <message>
        <source>%1月%2日 %3</source>
        <translation>%3, %2/%1</translation>
    </message>
    <message>
        <source>字看不清？按上面的「大字」</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>今天办到 %1</source>
        <translation>Open until %1</translation>
    </message>
</context>
<context>
    <name>HallLine</name>
    <message>
        <source>正在办理</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Counters</translation>
    </message>
    <message>
        <source>个</source>
        <translation>open</translation>
    </message>
    <message>
        <source>等候</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>约</source>
        <translation>about</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>现在不用等</source>
        <translation>No wait now</translation>
    </message>
    <message>
        <source>暂时连不上大厅，可以到服务台取号</source>
        <translation>No link to the hall. The service desk gives numbers.</translation>
    </message>
    <message>
        <source>现在没有开窗口，可以先问服务台</source>
        <translation>No counter is open. Please ask the service desk.</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>请到服务台</source>
        <translation>Go to the desk</translation>
    </message>
    <message>
        <source>那里有人，可以马上帮您</source>
        <translation>Someone there can help you at once</translation>
    </message>
    <message>
        <source>服务台</source>
        <translation>Service desk</translation>
    </message>
    <message>
        <source>这台机器现在叫不来人，请您走过去</source>
        <translation>This machine cannot call anyone. Please walk over.</translation>
    </message>
    <message>
        <source>走不开？请旁边的人帮忙叫一声工作人员</source>
        <translation>Cannot walk? Please ask someone nearby to call staff.</translation>
    </message>
    <message>
        <source>也可以打</source>
        <translation>Or call</translation>
    </message>
    <message>
        <source>不办了</source>
        <translation>Stop here</translation>
    </message>
    <message>
        <source>我继续自己办</source>
        <translation>I can go on alone</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>您好！</source>
        <translation>Hello!</translation>
    </message>
    <message>
        <source>今天想办什么事？</source>
        <translation>Your visit today</translation>
    </message>
    <message>
        <source>预约报到</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>已经约好时间</source>
        <translation>With an appointment</translation>
    </message>
    <message>
        <source>打印证明</source>
        <translation>Print a record</translation>
    </message>
    <message>
        <source>社保、居住证明</source>
        <translation>Insurance, residence</translation>
    </message>
    <message>
        <source>查进度</source>
        <translation>Track a case</translation>
    </message>
    <message>
        <source>看办到哪一步</source>
        <translation>See how far it is</translation>
    </message>
    <message>
        <source>办事指南</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>要带哪些材料</source>
        <translation>What to bring</translation>
    </message>
    <message>
        <source>读卡器现在用不了</source>
        <translation>The card reader is out of use</translation>
    </message>
    <message>
        <source>不带证也能取号，按上面红色的就行</source>
        <translation>No card needed: touch the red button above</translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>带：%1 等 %2 样</source>
        <translation>Bring %1 and more (%2 in all)</translation>
    </message>
    <message>
        <source>带：%1</source>
        <translation>Bring %1</translation>
    </message>
</context>
<context>
    <name>OutOfServicePage</name>
    <message>
        <source>这台机器暂停服务</source>
        <translation>Out of service</translation>
    </message>
    <message>
        <source>请用旁边的机器，或者到服务台</source>
        <translation>Please use the next machine, or the service desk</translation>
    </message>
    <message>
        <source>服务台</source>
        <translation>Service desk</translation>
    </message>
    <message>
        <source>服务台可以马上给您取号</source>
        <translation>The service desk gives you a number at once</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>上一页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一页</source>
        <translation type="unfinished">Next</translation>
    </message>
</context>
<context>
    <name>PaperOutPage</name>
    <message>
        <source>请记下您的号</source>
        <translation>Note your number</translation>
    </message>
    <message>
        <source>按了「记下了」，号就和小票一样有用</source>
        <translation>Touch Noted: the number is then as good as a slip</translation>
    </message>
    <message>
        <source>号给您留着</source>
        <translation>Number kept</translation>
    </message>
    <message>
        <source>不要了</source>
        <translation>Drop it</translation>
    </message>
    <message>
        <source>记下了</source>
        <translation>Noted</translation>
    </message>
    <message>
        <source>%1 秒内没按，这个号就不作数了</source>
        <translation>If not touched in %1 s, the number is dropped</translation>
    </message>
</context>
<context>
    <name>PersonLine</name>
    <message>
        <source>不记名取号</source>
        <translation>No name</translation>
    </message>
    <message>
        <source>亮码取号</source>
        <translation>Known by your code</translation>
    </message>
    <message>
        <source>码认到了，不含姓名</source>
        <translation>It holds no name</translation>
    </message>
    <message>
        <source>证件尾号 %1</source>
        <translation>Document ends in %1</translation>
    </message>
    <message>
        <source>没有读证，到窗口再出示</source>
        <translation>Show ID at the counter</translation>
    </message>
</context>
<context>
    <name>PrintingPage</name>
    <message>
        <source>正在取号…</source>
        <translation>Getting a number…</translation>
    </message>
    <message>
        <source>正在打印…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>马上就好</source>
        <translation>Just a moment</translation>
    </message>
    <message>
        <source>小票从下面的出票口出来</source>
        <translation>Your slip comes out of the slot below</translation>
    </message>
    <message>
        <source>请稍等，不用按什么</source>
        <translation>Please wait, nothing to touch</translation>
    </message>
</context>
<context>
    <name>ReaderDesk</name>
    <message>
        <source>从左到右：%1</source>
        <translation>From left to right: %1</translation>
    </message>
</context>
<context>
    <name>ScreenSlip</name>
    <message>
        <source>这个号的二维码</source>
        <translation>QR code of this number</translation>
    </message>
    <message>
        <source>拍下来最稳当</source>
        <translation>Best take a photo</translation>
    </message>
    <message>
        <source>到窗口给工作人员看照片就行</source>
        <translation>Show the photo at the counter</translation>
    </message>
    <message>
        <source>前面还有</source>
        <translation>Ahead of you</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>大约要等</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>分</source>
        <translation>min</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>搜拼音首字母</source>
        <translation>Search by initials</translation>
    </message>
    <message>
        <source>搜拼音首字母：社保卡 打</source>
        <translation>Search by initials, such as</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>您要办哪一件？</source>
        <translation>Which service?</translation>
    </message>
    <message>
        <source>点一下就选好</source>
        <translation>One touch chooses it</translation>
    </message>
    <message>
        <source>认出您了，没有到时间的预约，点一下选事项</source>
        <translation>No booking of yours is due. Touch an item.</translation>
    </message>
    <message>
        <source>大厅没有回话，查不到预约，先取号一样排</source>
        <translation>Bookings cannot be looked up now. Take a number.</translation>
    </message>
    <message>
        <source>更多类别</source>
        <translation>More kinds</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>这一类今天不办，可以问服务台</source>
        <translation>Nothing of this kind today. Please ask the desk.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>不清楚？取综合号</source>
        <translation>Not sure? General number</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>第一页</source>
        <translation>First</translation>
    </message>
    <message>
        <source>，现在第 %1 页，共 %2 页</source>
        <translation>, page %1 of %2</translation>
    </message>
</context>
<context>
    <name>StartingPage</name>
    <message>
        <source>正在准备…</source>
        <translation>Getting ready…</translation>
    </message>
    <message>
        <source>马上就好，请稍等</source>
        <translation>Just a moment, please</translation>
    </message>
    <message>
        <source>大厅</source>
        <translation>Hall</translation>
    </message>
    <message>
        <source>办事清单</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>读卡器</source>
        <translation>Card reader</translation>
    </message>
    <message>
        <source>好了</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>正在连接</source>
        <translation>Connecting</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>第 %1 步，共 %2 步，%3</source>
        <translation>Step %1 of %2, %3</translation>
    </message>
</context>
<context>
    <name>TakeNumberTile</name>
    <message>
        <source>排队到窗口办理</source>
        <translation>Queue for a counter</translation>
    </message>
    <message>
        <source>取号办事</source>
        <translation>Take a number</translation>
    </message>
</context>
<context>
    <name>TicketFacts</name>
    <message>
        <source>前面还有</source>
        <translation>Ahead of you</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>大约等</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>在哪等</source>
        <translation>Wait at</translation>
    </message>
    <message>
        <source>在哪办</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>号窗口</source>
        <translation>counter</translation>
    </message>
    <message>
        <source>%1 号窗口</source>
        <translation>Counter %1</translation>
    </message>
    <message>
        <source>请准备：%1</source>
        <translation>Have ready: %1</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>请记下您的号</source>
        <translation>Note your number</translation>
    </message>
    <message>
        <source>号取好了</source>
        <translation>Here is your number</translation>
    </message>
    <message>
        <source>您好，号取好了</source>
        <translation>Welcome, here it is</translation>
    </message>
    <message>
        <source>%1，您好</source>
        <translation>Welcome, %1</translation>
    </message>
    <message>
        <source>已经排上队，没有小票也一样</source>
        <translation>You are in line, also without a slip</translation>
    </message>
    <message>
        <source>请取回身份证，再拿好小票</source>
        <translation>Please take your ID card, then the slip</translation>
    </message>
    <message>
        <source>请拿好下面打印的小票</source>
        <translation>Please take the slip below</translation>
    </message>
    <message>
        <source>%1 的预约，已为您取号</source>
        <translation>For your booking at %1</translation>
    </message>
    <message>
        <source>预约认到了，您准时</source>
        <translation>Booking found, you are on time</translation>
    </message>
    <message>
        <source>预约认到了，过了点也照样办</source>
        <translation>Booking found, late is all right</translation>
    </message>
    <message>
        <source>不用点，小票从出票口出来，请拿好</source>
        <translation>Nothing to touch. The slip comes out below.</translation>
    </message>
    <message>
        <source>叫到您时，看墙上的大屏</source>
        <translation>Watch the big screen for your number</translation>
    </message>
    <message>
        <source>大屏会显示您的号，和要去的窗口</source>
        <translation>It shows your number and your counter</translation>
    </message>
    <message>
        <source>还要办别的</source>
        <translation>Another service</translation>
    </message>
    <message>
        <source>好了，结束</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>%1 秒后回首页，您的信息会清除</source>
        <translation>Back to the start in %1 s; your information is erased</translation>
    </message>
</context>
<context>
    <name>TicketStatePage</name>
    <message>
        <source>请到 %1 号窗口</source>
        <translation>Please go to counter %1</translation>
    </message>
    <message>
        <source>前面还有</source>
        <translation>Ahead of you</translation>
    </message>
    <message>
        <source>位</source>
        <translation>people</translation>
    </message>
    <message>
        <source>大约等</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>over</translation>
    </message>
    <message>
        <source>在哪办</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>号窗口</source>
        <translation>counter</translation>
    </message>
    <message>
        <source>还要办事，可以另外取号</source>
        <translation>More to do? Take another number</translation>
    </message>
    <message>
        <source>现在就可以过去了</source>
        <translation>You can go there now</translation>
    </message>
    <message>
        <source>叫到您时，看墙上的大屏</source>
        <translation>Watch the big screen for your number</translation>
    </message>
    <message>
        <source>号票请拿好，这里没有改动您的号</source>
        <translation>Keep your slip. Nothing of it was changed here.</translation>
    </message>
    <message>
        <source>另外取号</source>
        <translation>Another number</translation>
    </message>
    <message>
        <source>好了，结束</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>%1 秒后回首页</source>
        <translation>Back to the start in %1 s</translation>
    </message>
</context>
<context>
    <name>TimeoutPane</name>
    <message>
        <source>您还在吗？</source>
        <translation>Still there?</translation>
    </message>
    <message>
        <source>不操作的话，%1 秒后回到首页，
您的信息会清除。</source>
        <translation>Without a touch this ends in %1 s
and your information is erased.</translation>
    </message>
    <message>
        <source>我还在，继续办</source>
        <translation>I am here, go on</translation>
    </message>
    <message>
        <source>不办了，清除并结束</source>
        <translation>Erase and end</translation>
    </message>
    <message>
        <source>需要更多时间？请人帮忙</source>
        <translation>Need more time? Get help</translation>
    </message>
</context>
<context>
    <name>VoiceSheet</name>
    <message>
        <source>朗读</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>声音 %1，快慢 %2，最大是 5</source>
        <translation>Volume %1, speed %2, of 5</translation>
    </message>
    <message>
        <source>小声一点</source>
        <translation>Softer</translation>
    </message>
    <message>
        <source>大声一点</source>
        <translation>Louder</translation>
    </message>
    <message>
        <source>说慢一点</source>
        <translation>Slower</translation>
    </message>
    <message>
        <source>说快一点</source>
        <translation>Faster</translation>
    </message>
    <message>
        <source>关掉画面，只听</source>
        <translation>Picture off, listen only</translation>
    </message>
    <message>
        <source>不朗读了</source>
        <translation>Stop reading</translation>
    </message>
</context>
<context>
    <name>WaitBox</name>
    <message>
        <source>前面还有</source>
        <translation>Ahead of you</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>大约要等</source>
        <translation>Waiting time</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>现在不用等，取了号就去窗口</source>
        <translation>No wait: take a number and go to the counter</translation>
    </message>
    <message>
        <source>现在没有开窗口，开了会叫号</source>
        <translation>No counter is open yet; numbers are called when it is</translation>
    </message>
    <message>
        <source>要等多久，看大厅的大屏</source>
        <translation>For the wait, see the big screen</translation>
    </message>
</context>
<context>
    <name>WaitMark</name>
    <message>
        <source>等</source>
        <translation>Wait</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>约 %1–%2 分钟</source>
        <translation>about %1–%2 min</translation>
    </message>
    <message>
        <source>现在不用等</source>
        <translation>No wait now</translation>
    </message>
    <message>
        <source>现在没有开窗口</source>
        <translation>No counter open</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>请到服务台，那里有人帮您</source>
        <extracomment>what a touch on a function of a later day says; second line is `laterAdvice`</extracomment>
        <translation>Please go to the service desk for help</translation>
    </message>
    <message>
        <source>这台机器还不能预约报到</source>
        <translation>No check-in on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还不能打印证明</source>
        <translation>No records on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还不能查进度</source>
        <translation>No case tracking on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还没有办事指南</source>
        <translation>No guides on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还不能搜事项</source>
        <translation>No search on this machine yet</translation>
    </message>
    <message>
        <source>请把手机上的码对准扫码口</source>
        <translation>Hold the code on your phone to the scanner</translation>
    </message>
    <message>
        <source>这台机器还不能扫红棉码</source>
        <translation>No code reading on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还没有别的语言</source>
        <translation>No other language on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还不能换大字</source>
        <translation>No large text on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还不能换高对比</source>
        <translation>No high contrast on this machine yet</translation>
    </message>
    <message>
        <source>这台机器还不能往下移</source>
        <translation>This machine cannot lower its buttons yet</translation>
    </message>
    <message>
        <source>这台机器还不能朗读</source>
        <translation>This machine cannot read aloud yet</translation>
    </message>
    <message>
        <source>请到服务台，工作人员马上帮您</source>
        <translation>The service desk helps you at once</translation>
    </message>
    <message>
        <source>走不开？请旁边的人帮忙叫一声</source>
        <translation>Cannot walk? Ask someone nearby to call</translation>
    </message>
    <message>
        <source>请放身份证</source>
        <extracomment>title and second line of the card page, by CardStep</extracomment>
        <translation>Your ID card, please</translation>
    </message>
    <message>
        <source>正在读，别拿开</source>
        <translation>Reading, keep it there</translation>
    </message>
    <message>
        <source>没读到，请再放一次</source>
        <translation>Try again, please</translation>
    </message>
    <message>
        <source>换个办法吧</source>
        <translation>Let us go another way</translation>
    </message>
    <message>
        <source>身份证过期了</source>
        <translation>Your ID card has expired</translation>
    </message>
    <message>
        <source>请取回身份证</source>
        <translation>Please take your ID card</translation>
    </message>
    <message>
        <source>平放在屏幕下面亮着的地方</source>
        <translation>Lay it flat on the lit place below</translation>
    </message>
    <message>
        <source>一两秒就好</source>
        <translation>It takes a second or two</translation>
    </message>
    <message>
        <source>拿起来，再平放到读卡区</source>
        <translation>Lift it, then lay it flat again</translation>
    </message>
    <message>
        <source>不带证也能取号，点下面就行</source>
        <translation>No card needed, touch below</translation>
    </message>
    <message>
        <source>号照样给您，记得去换新证</source>
        <translation>You get a number all the same; please renew the card</translation>
    </message>
    <message>
        <source>身份证还在读卡区上</source>
        <translation>Your card is still on the reader</translation>
    </message>
    <message>
        <source>zh</source>
        <extracomment>which language this is: the word for machines, &quot;zh&quot; or &quot;en&quot;</extracomment>
        <translation>en</translation>
    </message>
    <message>
        <source>请刷新二维码</source>
        <extracomment>what helps when a code does not work, by Remedy</extracomment>
        <translation>Please refresh</translation>
    </message>
    <message>
        <source>请再扫一次</source>
        <translation>Please scan again</translation>
    </message>
    <message>
        <source>请稍等</source>
        <translation>Please wait</translation>
    </message>
    <message>
        <source>请换一个码</source>
        <translation>Another code, please</translation>
    </message>
    <message>
        <source>您的号还在排</source>
        <extracomment>how a ticket stands whose slip was shown, and the line below it</extracomment>
        <translation>You are in line</translation>
    </message>
    <message>
        <source>正在叫您</source>
        <translation>You are being called</translation>
    </message>
    <message>
        <source>您的号先放着</source>
        <translation>Your number is kept</translation>
    </message>
    <message>
        <source>您的号叫过了</source>
        <translation>You were called before</translation>
    </message>
    <message>
        <source>这个号已经结束</source>
        <translation>This number is over</translation>
    </message>
    <message>
        <source>号票请拿好，留意大屏</source>
        <translation>Keep your slip and watch the screen</translation>
    </message>
    <message>
        <source>请看墙上的大屏</source>
        <translation>Please watch the screen on the wall</translation>
    </message>
    <message>
        <source>东西备齐了，回窗口就办</source>
        <translation>Go back to the counter when all is ready</translation>
    </message>
    <message>
        <source>没关系，请到服务台说一声</source>
        <translation>No harm done: please tell the service desk</translation>
    </message>
    <message>
        <source>不能再用它办事了</source>
        <translation>It cannot be used any more</translation>
    </message>
    <message>
        <source>您的号码</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>没有小票，请记下这个号</source>
        <translation>No slip: please note this number</translation>
    </message>
    <message>
        <source>读卡器现在用不了，不带证也能取号</source>
        <translation>The reader is out of use; no card needed</translation>
    </message>
    <message>
        <source>打印纸用完了</source>
        <extracomment>what happened, by the reason that the printer gave</extracomment>
        <translation>The printer is out of paper</translation>
    </message>
    <message>
        <source>打印机盖子没盖好</source>
        <translation>The printer is open</translation>
    </message>
    <message>
        <source>打印机停着</source>
        <translation>The printer is stopped</translation>
    </message>
    <message>
        <source>打印机没有回话</source>
        <translation>The printer does not answer</translation>
    </message>
    <message>
        <source>小票没有打出来</source>
        <translation>The slip was not printed</translation>
    </message>
    <message>
        <source>暂时连不上大厅</source>
        <extracomment>why there is no number, by problem code</extracomment>
        <translation>No link to the hall</translation>
    </message>
    <message>
        <source>这件事现在不办了</source>
        <translation>This service is closed now</translation>
    </message>
    <message>
        <source>现在不取号，请看开放时间</source>
        <translation>No numbers now: see the opening hours</translation>
    </message>
    <message>
        <source>这件事要到别的大厅办</source>
        <translation>Another hall does this</translation>
    </message>
    <message>
        <source>大厅的电脑正忙</source>
        <translation>The hall is busy</translation>
    </message>
    <message>
        <source>大厅现在给不了号</source>
        <translation>The hall gives no number now</translation>
    </message>
    <message>
        <source>65 岁优先</source>
        <translation>Age 65+</translation>
    </message>
    <message>
        <source>需要优先</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>说粤语</source>
        <translation>Cantonese</translation>
    </message>
    <message>
        <source>坐轮椅</source>
        <translation>Wheelchair</translation>
    </message>
    <message>
        <source>常办</source>
        <extracomment>themes as people say them, in two characters</extracomment>
        <translation>Usual</translation>
    </message>
    <message>
        <source>社保</source>
        <translation>Social</translation>
    </message>
    <message>
        <source>医保</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>入户</source>
        <translation>Moving</translation>
    </message>
    <message>
        <source>证件</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>住房</source>
        <translation>Housing</translation>
    </message>
    <message>
        <source>房产</source>
        <translation>Property</translation>
    </message>
    <message>
        <source>开店</source>
        <translation>Firms</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>许可</source>
        <translation>Permits</translation>
    </message>
    <message>
        <source>就业</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>退休</source>
        <translation>Retire</translation>
    </message>
    <message>
        <source>老人</source>
        <translation>Seniors</translation>
    </message>
    <message>
        <source>生育</source>
        <translation>Births</translation>
    </message>
    <message>
        <source>婚姻</source>
        <translation>Marriage</translation>
    </message>
    <message>
        <source>上学</source>
        <translation>School</translation>
    </message>
    <message>
        <source>助残</source>
        <translation>Disability</translation>
    </message>
    <message>
        <source>星期一</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>星期二</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>星期三</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>星期四</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>星期五</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>星期六</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>星期日</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>出票口</source>
        <translation>Slot</translation>
    </message>
    <message>
        <source>读卡区</source>
        <translation>Reader</translation>
    </message>
    <message>
        <source>扫码口</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>选事项</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>亮码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>不带证</source>
        <translation>No card</translation>
    </message>
    <message>
        <source>取号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>放身份证</source>
        <translation>ID card</translation>
    </message>
</context>
</TS>
